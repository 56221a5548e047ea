package io.waybot.bots.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The candidates of all journeys of a window that are allowed and worth something, and why the
 * other customers have none. Of several offers by the same channel only the best is kept: they use
 * the same capacities; a product with a goal is kept beside it.
 */
final class CandidateTable {
  static final String NO_VALUE = "no_value";

  private final Roster roster;
  private final Goals goals;
  private int[] journey = new int[4096];
  private int[] treatment = new int[4096];
  private int[] rank = new int[4096];
  private int[] customer = new int[4096];
  private float[] score = new float[4096];
  private double[] value = new double[4096];
  private int size;

  CandidateTable(Roster roster, Goals goals) {
    this.roster = roster;
    this.goals = goals;
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
      Contacts contacts,
      Losses losses) {
    var lost = new HashMap<String, RoaringBitmap>();
    var order = candidates.ruleOrder();
    var intake = intake(journeyIndex, terms);
    candidates.each(
        terms,
        customers,
        contacts,
        (number, scored, values, removedBy) -> {
          losses.note(number, removedBy);
          if (!intake.keepBest(number, scored, values, removedBy)) {
            lost.computeIfAbsent(reason(removedBy, order), r -> new RoaringBitmap()).add(number);
          }
        });
    return lost;
  }

  /** Where one journey's candidates are handed in, customer by customer. */
  Intake intake(int journeyIndex, DecisionTerms terms) {
    return new Intake(journeyIndex, terms);
  }

  /** Each way has a place for the best offer without a goal and one for each product with one. */
  final class Intake {
    private final int journeyIndex;
    private final DecisionTerms terms;
    private final int[] place;
    private final double[] worthFrom;
    private final int[] best;

    private Intake(int journeyIndex, DecisionTerms terms) {
      this.journeyIndex = journeyIndex;
      this.terms = terms;
      this.place = new int[terms.treatments()];
      this.worthFrom = new double[place.length];
      var places = new TreeMap<Integer, Map<String, List<Integer>>>();
      for (int t = 0; t < place.length; t++) {
        var offer = terms.offer(t);
        worthFrom[t] = goals.worthFrom(offer);
        places
            .computeIfAbsent(terms.wayIndex(t), way -> new TreeMap<>())
            .computeIfAbsent(
                goals.has(offer) ? String.valueOf(offer.product()) : "", p -> new ArrayList<>())
            .add(t);
      }
      int count = 0;
      for (var way : places.values()) {
        for (var alike : way.values()) {
          for (int t : alike) {
            place[t] = count;
          }
          count++;
        }
      }
      this.best = new int[count];
    }

    /** Keeps the customer's best candidates; false: there is none. */
    boolean keepBest(int number, float scored, double[] values, @Nullable String[] removedBy) {
      Arrays.fill(best, -1);
      for (int t = 0; t < place.length; t++) {
        if (removedBy[t] == null && better(values, t, best[place[t]])) {
          best[place[t]] = t;
        }
      }
      boolean any = false;
      for (int t : best) {
        if (t >= 0) {
          add(journeyIndex, t, number, scored, values[t]);
          any = true;
        }
      }
      return any;
    }

    private boolean better(double[] values, int one, int soFar) {
      return soFar < 0
          ? values[one] > worthFrom[one]
          : values[one] > values[soFar]
              || values[one] == values[soFar] && terms.priority(one) < terms.priority(soFar);
    }
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
