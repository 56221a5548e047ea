package io.waybot.bots.decide;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The candidates of all journeys of a window that are allowed and worth something, and why the
 * other customers have none. Of several offers by the same channel only the best is kept: they use
 * the same capacities.
 */
final class CandidateTable {
  static final String NO_VALUE = "no_value";

  private final Roster roster;
  private int[] journey = new int[4096];
  private int[] treatment = new int[4096];
  private int[] rank = new int[4096];
  private int[] customer = new int[4096];
  private float[] score = new float[4096];
  private double[] value = new double[4096];
  private int size;

  CandidateTable(Roster roster) {
    this.roster = roster;
  }

  /** Collects one journey's candidates and keeps no trace of what rules removed. */
  Map<String, RoaringBitmap> collect(
      int journeyIndex, DecisionTerms terms, RoaringBitmap customers, Candidates candidates) {
    return collect(journeyIndex, terms, customers, candidates, new Losses(terms));
  }

  /**
   * Collects one journey's candidates; answers who has none, by reason.
   *
   * @param losses takes what rules removed
   */
  Map<String, RoaringBitmap> collect(
      int journeyIndex,
      DecisionTerms terms,
      RoaringBitmap customers,
      Candidates candidates,
      Losses losses) {
    var lost = new HashMap<String, RoaringBitmap>();
    var order = candidates.ruleOrder();
    candidates.each(
        terms,
        customers,
        (number, scored, values, removedBy) -> {
          losses.note(number, removedBy);
          if (!keepBestPerWay(journeyIndex, terms, number, scored, values, removedBy)) {
            lost.computeIfAbsent(reason(removedBy, order), r -> new RoaringBitmap()).add(number);
          }
        });
    return lost;
  }

  /** Keeps the customer's best offer by each channel; false: there is none. */
  boolean keepBestPerWay(
      int journeyIndex,
      DecisionTerms terms,
      int number,
      float scored,
      double[] values,
      @Nullable String[] removedBy) {
    boolean any = false;
    for (int way = 0; way < terms.ways().size(); way++) {
      int best = -1;
      for (int t = 0; t < values.length; t++) {
        if (removedBy[t] == null && terms.wayIndex(t) == way && better(terms, values, t, best)) {
          best = t;
        }
      }
      if (best >= 0) {
        add(journeyIndex, best, number, scored, values[best]);
        any = true;
      }
    }
    return any;
  }

  private static boolean better(DecisionTerms terms, double[] values, int one, int best) {
    return best < 0
        ? values[one] > 0
        : values[one] > values[best]
            || values[one] == values[best] && terms.priority(one) < terms.priority(best);
  }

  /** Allowed but worth nothing; else the rule that the candidate that came furthest fell to. */
  private static String reason(@Nullable String[] removedBy, List<String> order) {
    int furthest = -1;
    for (var code : removedBy) {
      if (code == null) {
        return NO_VALUE;
      }
      furthest = Math.max(furthest, order.indexOf(code));
    }
    return order.get(furthest);
  }

  private void add(int journeyIndex, int chosen, int number, float scored, double yuan) {
    if (size == value.length) {
      grow(2 * size);
    }
    journey[size] = journeyIndex;
    treatment[size] = chosen;
    rank[size] = roster.rank(number);
    customer[size] = number;
    score[size] = scored;
    value[size++] = yuan;
  }

  private void grow(int room) {
    journey = Arrays.copyOf(journey, room);
    treatment = Arrays.copyOf(treatment, room);
    rank = Arrays.copyOf(rank, room);
    customer = Arrays.copyOf(customer, room);
    score = Arrays.copyOf(score, room);
    value = Arrays.copyOf(value, room);
  }

  /** Rows in the order that settles ties: by customer's rank, then journey, then treatment. */
  int[] inOrder() {
    var firsts = new int[roster.size() + 1];
    for (int row = 0; row < size; row++) {
      firsts[rank[row] + 1]++;
    }
    for (int r = 0; r < roster.size(); r++) {
      firsts[r + 1] += firsts[r];
    }
    var order = new int[size];
    for (int row = 0; row < size; row++) { // stable: journeys and treatments were added in order
      order[firsts[rank[row]]++] = row;
    }
    return order;
  }

  int journey(int row) {
    return journey[row];
  }

  int treatment(int row) {
    return treatment[row];
  }

  int customer(int row) {
    return customer[row];
  }

  float score(int row) {
    return score[row];
  }

  double value(int row) {
    return value[row];
  }
}
