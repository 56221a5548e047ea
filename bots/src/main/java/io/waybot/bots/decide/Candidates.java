package io.waybot.bots.decide;

import io.waybot.bots.policy.CustomerFacts;
import io.waybot.bots.policy.FactScan;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.model.ScoreStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Every treatment of a journey for each customer: what it is worth, or which rule removes it. The
 * same computation serves the decision and, later, the question why.
 */
@Component
public class Candidates {
  public static final String NOT_SCORED = "NOT_SCORED";

  /** Of a strategy that does not want the customer: no candidate at all. */
  public static final String NOT_WANTED = "NOT_WANTED";

  /** The strategy waits for its channel. */
  public static final String NOT_CONNECTED = "NOT_CONNECTED";

  private final List<TreatmentRule> rules;
  private final FactScan facts;
  private final ScoreStore scores;
  private final AudienceStore audiences;

  Candidates(
      List<TreatmentRule> rules, FactScan facts, ScoreStore scores, AudienceStore audiences) {
    this.audiences = audiences;
    this.rules = rules;
    this.facts = facts;
    this.scores = scores;
  }

  /** Takes one customer's candidates; the arrays are used again for the next customer. */
  @FunctionalInterface
  public interface Taker {
    /**
     * @param score NaN if there is none
     * @param valueYuan by treatment
     * @param removedBy by treatment: the first rule that hit; null if the treatment may be chosen
     */
    void take(int customer, float score, double[] valueYuan, @Nullable String[] removedBy);
  }

  /**
   * @param contacts how often each of them was contacted lately, today or when they were decided
   *     about
   */
  public void each(DecisionTerms terms, RoaringBitmap customers, Contacts contacts, Taker taker) {
    var checks = rules.stream().map(rule -> new Coded(rule.code(), rule.prepare(terms))).toList();
    var columns = new LinkedHashSet<String>(List.of(Contacts.COLUMN));
    rules.forEach(rule -> columns.addAll(rule.columns(terms)));
    var value = new double[terms.treatments()];
    var removedBy = new @Nullable String[terms.treatments()];
    var chunk = new ScoreChunk(terms);
    var wanted = wanted(terms);
    facts.each(
        customers,
        columns,
        customer -> {
          float score = chunk.score(customer.customer());
          judge(terms, wanted, checks, customer, contacts.of(customer), score, value, removedBy);
          taker.take(customer.customer(), score, value, removedBy);
        });
  }

  /** By treatment whom its strategy wants; null where every customer is a candidate. */
  private @Nullable RoaringBitmap[] wanted(DecisionTerms terms) {
    var wanted = new @Nullable RoaringBitmap[terms.treatments()];
    for (int t = 0; t < wanted.length; t++) {
      var tactic = terms.tactic(t);
      wanted[t] = tactic == null ? null : audiences.load(tactic.candidates());
    }
    return wanted;
  }

  /** All reasons in the order they are asked. */
  List<String> ruleOrder() {
    var codes = new ArrayList<>(List.of(NOT_WANTED, NOT_SCORED));
    rules.forEach(rule -> codes.add(rule.code()));
    codes.add(NOT_CONNECTED);
    return codes;
  }

  private record Coded(String code, TreatmentRule.Check check) {}

  private static void judge(
      DecisionTerms terms,
      @Nullable RoaringBitmap[] wanted,
      List<Coded> checks,
      CustomerFacts customer,
      int contacts,
      float score,
      double[] value,
      @Nullable String[] removedBy) {
    for (int t = 0; t < value.length; t++) {
      var set = wanted[t];
      if (set != null && !set.contains(customer.customer())) {
        value[t] = 0;
        removedBy[t] = NOT_WANTED;
      } else if (Float.isNaN(score)) {
        value[t] = 0;
        removedBy[t] = NOT_SCORED;
      } else {
        value[t] = terms.valueYuan(t, score, contacts);
        removedBy[t] = firstHit(terms, checks, customer, t);
      }
    }
  }

  private static @Nullable String firstHit(
      DecisionTerms terms, List<Coded> checks, CustomerFacts customer, int treatment) {
    for (var coded : checks) {
      if (coded.check().removes(terms.offer(treatment), terms.way(treatment), customer)) {
        return coded.code();
      }
    }
    var tactic = terms.tactic(treatment);
    return tactic != null && !tactic.connected() ? NOT_CONNECTED : null;
  }

  /** Customers come nearly in number order: the chunk read last serves almost all of them. */
  private final class ScoreChunk {
    private final DecisionTerms terms;
    private int loaded = -1;
    private float[] values = new float[0];

    ScoreChunk(DecisionTerms terms) {
      this.terms = terms;
    }

    float score(int customer) {
      if (customer >>> 16 != loaded) {
        loaded = customer >>> 16;
        values = scores.load(terms.modelVersion(), terms.businessDate(), loaded);
      }
      return values[customer & 0xFFFF];
    }
  }
}
