package io.waybot.bots.decide;

import io.waybot.bots.allocate.Allocation;
import io.waybot.bots.allocate.Instance;
import io.waybot.bots.allocate.InstanceBuilder;
import io.waybot.bots.allocate.Limits;
import io.waybot.db.decision.CapacityPrice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** A window's candidates as an allocation problem, and the way back from options to candidates. */
final class WindowProblem {
  private static final int LOWEST_PRIORITY = 5;

  private final List<DecisionTerms> journeys;
  private final CandidateTable table;
  private final Roster roster;
  private final int[] rows;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Double> capacities = new ArrayList<>();
  private final Map<String, int[]> usages = new HashMap<>();
  private final Instance problem;

  /**
   * @param left units of each scarce thing, by key
   */
  WindowProblem(
      List<DecisionTerms> journeys,
      CandidateTable table,
      Roster roster,
      ToDoubleFunction<String> left) {
    this.journeys = journeys;
    this.table = table;
    this.roster = roster;
    this.rows = table.inOrder();
    for (int row : rows) {
      usage(row, left);
    }
    this.problem = build();
  }

  Instance problem() {
    return problem;
  }

  /** The candidate behind an option. */
  int row(int option) {
    return rows[option];
  }

  /** What the option's scarce things cost together at these prices. */
  double priceYuan(int option, double[] prices) {
    return problem.value(option) - problem.reduced(option, prices);
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

  private Instance build() {
    var builder =
        new InstanceBuilder(
            Limits.atMost(capacities.stream().mapToDouble(Double::doubleValue).toArray()));
    var kinds = new HashMap<String, Integer>();
    int before = -1;
    for (int row : rows) {
      if (table.customer(row) != before) {
        before = table.customer(row);
        builder.unit().customer(roster.hash(before));
      }
      builder.option(
          table.value(row),
          kinds.computeIfAbsent(
              table.treatment(row) + "/" + usageKey(row), key -> kind(row, builder)));
    }
    return builder.build();
  }

  private int kind(int row, InstanceBuilder builder) {
    var terms = journeys.get(table.journey(row));
    var places = Objects.requireNonNull(usages.get(usageKey(row)));
    var budget = this.places.get(Scarcities.budget(terms));
    double cost = terms.way(table.treatment(row)).costYuan();
    var used = places;
    if (budget != null && cost > 0) {
      used = Arrays.copyOf(places, places.length + 1);
      used[places.length] = budget;
    }
    var amounts = new double[used.length];
    Arrays.fill(amounts, 0, places.length, 1);
    Arrays.fill(amounts, places.length, amounts.length, cost);
    int priority = terms.priority(table.treatment(row));
    return builder.kind(
        table.journey(row) << 16 | table.treatment(row),
        priority == 0 ? 0 : LOWEST_PRIORITY - priority,
        used,
        amounts);
  }

  private void usage(int row, ToDoubleFunction<String> left) {
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

  private int place(String key, ToDoubleFunction<String> left) {
    var known = places.get(key);
    if (known != null) {
      return known;
    }
    places.put(key, capacities.size());
    capacities.add(left.applyAsDouble(key));
    return capacities.size() - 1;
  }
}
