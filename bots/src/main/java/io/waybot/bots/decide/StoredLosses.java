package io.waybot.bots.decide;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.CandidateSets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * What the rules removed when a journey was decided about: asked today they would say otherwise.
 */
final class StoredLosses {
  private final DecisionTerms terms;
  private final Map<String, RoaringBitmap> byTreatment = new HashMap<>();

  StoredLosses(DecisionTerms terms, UUID step, CandidateSets sets, AudienceStore audiences) {
    this.terms = terms;
    for (var loss : sets.losses(step)) {
      byTreatment
          .computeIfAbsent(loss.strategy(), treatment -> new RoaringBitmap())
          .or(audiences.load(loss.audience()));
    }
  }

  /** Replaces today's reasons by whether the candidate was removed then. */
  void put(int customer, @Nullable String[] removedBy) {
    for (int t = 0; t < removedBy.length; t++) {
      if (!Candidates.NOT_WANTED.equals(removedBy[t])) {
        var gone = byTreatment.get(terms.treatmentCode(t));
        removedBy[t] = gone != null && gone.contains(customer) ? Candidates.NOT_WANTED : null;
      }
    }
  }
}
