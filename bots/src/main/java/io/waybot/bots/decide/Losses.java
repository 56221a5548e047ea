package io.waybot.bots.decide;

import io.waybot.db.audience.CandidateSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which candidates of one journey rules removed, by treatment and rule: kept with the decision,
 * because ledgers and data will say something else tomorrow.
 */
final class Losses {
  private final DecisionTerms terms;
  private final List<Map<String, RoaringBitmap>> byTreatment = new ArrayList<>();

  Losses(DecisionTerms terms) {
    this.terms = terms;
    for (int t = 0; t < terms.treatments(); t++) {
      byTreatment.add(new TreeMap<>());
    }
  }

  void note(int customer, @Nullable String[] removedBy) {
    for (int t = 0; t < removedBy.length; t++) {
      var rule = removedBy[t];
      if (rule != null && !rule.equals(Candidates.NOT_WANTED)) {
        byTreatment.get(t).computeIfAbsent(rule, r -> new RoaringBitmap()).add(customer);
      }
    }
  }

  void addAll(Losses others) {
    for (int t = 0; t < byTreatment.size(); t++) {
      var mine = byTreatment.get(t);
      others
          .byTreatment
          .get(t)
          .forEach((rule, who) -> mine.computeIfAbsent(rule, r -> new RoaringBitmap()).or(who));
    }
  }

  void keep(UUID step, CandidateSets sets) {
    sets.clearLosses(step);
    for (int t = 0; t < byTreatment.size(); t++) {
      var treatment = terms.treatmentCode(t);
      byTreatment.get(t).forEach((rule, customers) -> sets.lost(step, treatment, rule, customers));
    }
  }
}
