package io.waybot.bots.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where one journey's candidates are handed in, customer by customer. Of several offers by the same
 * channel only the best is kept: they use the same capacities. A product with a goal is kept beside
 * it, so each way has a place for the best offer without a goal and one for each product with one.
 */
final class Intake {
  private final int journeyIndex;
  private final DecisionTerms terms;
  private final CandidateRows rows;
  private final int[] place;
  private final double[] worthFrom;
  private final int[] best;

  Intake(int journeyIndex, DecisionTerms terms, Goals goals, CandidateRows rows) {
    this.journeyIndex = journeyIndex;
    this.terms = terms;
    this.rows = rows;
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
        rows.add(journeyIndex, t, number, scored, values[t]);
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
