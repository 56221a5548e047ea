package io.waybot.bots.decide;

import io.waybot.bots.policy.CustomerFacts;
import io.waybot.bots.policy.FactScan;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.model.ScoreStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
   * Hands over one customer after the other.
   *
   * @param contacts how often each of them was contacted lately, today or when they were decided
   *     about
   */
  public void each(DecisionTerms terms, RoaringBitmap customers, Contacts contacts, Taker taker) {
    var question = question(terms, contacts);
    facts.each(customers, question.columns(), new Judge<>(question, taker));
  }

  /**
   * The same by chunks of 65,536 numbers, several at a time: each chunk's customers go to a taker
   * of its own. Answers the takers in number order.
   */
  <T extends Taker> List<T> byChunk(
      DecisionTerms terms, RoaringBitmap customers, Contacts contacts, Supplier<T> takers) {
    var question = question(terms, contacts);
    return facts
        .byChunk(customers, question.columns(), () -> new Judge<>(question, takers.get()))
        .stream()
        .map(judge -> judge.taker)
        .toList();
  }

  /** What one journey asks about each customer, read once. */
  private record Question(
      DecisionTerms terms,
      Contacts contacts,
      Set<String> columns,
      List<String> codes,
      List<TreatmentRule.Check> checks,
      @Nullable RoaringBitmap[] wanted) {}

  private Question question(DecisionTerms terms, Contacts contacts) {
    var columns = new LinkedHashSet<String>(List.of(Contacts.COLUMN));
    rules.forEach(rule -> columns.addAll(rule.columns(terms)));
    return new Question(
        terms,
        contacts,
        columns,
        rules.stream().map(TreatmentRule::code).toList(),
        rules.stream().map(rule -> rule.prepare(terms)).toList(),
        wanted(terms));
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

  /** Values and judges the customers of a chunk. */
  private final class Judge<T extends Taker> implements Consumer<CustomerFacts> {
    private final Question question;
    private final T taker;
    private final FirstHit rules;
    private final double[] value;
    private final @Nullable String[] removedBy;
    private int loaded = -1;
    private float[] chunk = new float[0];

    Judge(Question question, T taker) {
      this.question = question;
      this.taker = taker;
      this.rules = new FirstHit(question.terms(), question.checks());
      this.value = new double[question.terms().treatments()];
      this.removedBy = new @Nullable String[value.length];
    }

    @Override
    public void accept(CustomerFacts customer) {
      int number = customer.customer();
      float score = score(number);
      int contacts = question.contacts().of(customer);
      rules.nextCustomer();
      for (int t = 0; t < value.length; t++) {
        var set = question.wanted()[t];
        if (set != null && !set.contains(number)) {
          value[t] = 0;
          removedBy[t] = NOT_WANTED;
        } else if (Float.isNaN(score)) {
          value[t] = 0;
          removedBy[t] = NOT_SCORED;
        } else {
          value[t] = question.terms().valueYuan(t, score, contacts);
          removedBy[t] = removedBy(t, customer);
        }
      }
      taker.take(number, score, value, removedBy);
    }

    private @Nullable String removedBy(int treatment, CustomerFacts customer) {
      int hit = rules.of(treatment, customer);
      if (hit < question.codes().size()) {
        return question.codes().get(hit);
      }
      var tactic = question.terms().tactic(treatment);
      return tactic != null && !tactic.connected() ? NOT_CONNECTED : null;
    }

    /** Customers come nearly in number order: the chunk read last serves almost all of them. */
    private float score(int customer) {
      if (customer >>> 16 != loaded) {
        loaded = customer >>> 16;
        chunk =
            scores.load(question.terms().modelVersion(), question.terms().businessDate(), loaded);
      }
      return chunk[customer & 0xFFFF];
    }
  }
}
