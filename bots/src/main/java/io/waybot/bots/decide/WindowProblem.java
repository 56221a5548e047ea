package io.waybot.bots.decide;

import io.waybot.db.decision.CapacityPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A window's candidates as an allocation problem, and the way back from options to candidates. */
final class WindowProblem {
  private final List<DecisionTerms> journeys;
  private final CandidateTable table;
  private final Roster roster;
  private final int[] rows;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Double> capacities = new ArrayList<>();
  private final Map<String, int[]> usages = new HashMap<>();
  private final AllocationProblem problem;

  WindowProblem(
      List<DecisionTerms> journeys, CandidateTable table, Roster roster, Scarcities.Left left) {
    this.journeys = journeys;
    this.table = table;
    this.roster = roster;
    this.rows = table.inOrder();
    for (int row : rows) {
      usage(row, left);
    }
    this.problem = build();
  }

  AllocationProblem problem() {
    return problem;
  }

  /** The candidate behind an option. */
  int row(int option) {
    return rows[option];
  }

  /** What the option's scarce things cost together at these prices. */
  double priceYuan(int option, double[] prices) {
    return problem.value()[option] - problem.reduced(option, prices);
  }

  /** The part of {@link #priceYuan} that is the journey's budget. */
  double budgetPriceYuan(int option, double[] prices) {
    var terms = journeys.get(table.journey(rows[option]));
    var place = places.get(Scarcities.budget(terms));
    return place == null ? 0 : prices[place] * problem.usage(option, place);
  }

  List<CapacityPrice> prices(Allocation plan) {
    var prices = new ArrayList<CapacityPrice>();
    places.forEach((key, place) ->
        prices.add(
            new CapacityPrice(
                key, capacities.get(place), plan.used()[place], plan.prices()[place])));
    return prices;
  }

  private AllocationProblem build() {
    var builder =
        new AllocationProblem.Builder(
            capacities.stream().mapToDouble(Double::doubleValue).toArray());
    int before = -1;
    for (int row : rows) {
      if (table.customer(row) != before) {
        builder.customer();
        before = table.customer(row);
      }
      builder.option(table.value(row));
      for (int place : Objects.requireNonNull(usages.get(usageKey(row)))) {
        builder.uses(place, 1);
      }
      var terms = journeys.get(table.journey(row));
      var budget = places.get(Scarcities.budget(terms));
      double cost = terms.way(table.treatment(row)).costYuan();
      if (budget != null && cost > 0) {
        builder.uses(budget, cost);
      }
    }
    return builder.build();
  }

  private void usage(int row, Scarcities.Left left) {
    usages.computeIfAbsent(
        usageKey(row),
        key -> {
          var terms = journeys.get(table.journey(row));
          var way = terms.way(table.treatment(row));
          if (terms.budgetYuan() != null) {
            place(Scarcities.budget(terms), left);
          }
          return Scarcities.keys(terms, way, roster.org(table.customer(row)), journeys.size() == 1)
              .stream()
              .mapToInt(name -> place(name, left))
              .toArray();
        });
  }

  private String usageKey(int row) {
    var way = journeys.get(table.journey(row)).way(table.treatment(row));
    var org = way.channel().equals(Scarcities.BRANCH) ? roster.org(table.customer(row)) : "";
    return table.journey(row) + ":" + way.channel() + ":" + org;
  }

  private int place(String key, Scarcities.Left left) {
    var known = places.get(key);
    if (known != null) {
      return known;
    }
    places.put(key, capacities.size());
    capacities.add(left.of(key));
    return capacities.size() - 1;
  }
}
