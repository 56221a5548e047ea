package io.waybot.bots.decide;

import io.waybot.bots.allocate.Allocation;
import io.waybot.bots.allocate.Instance;
import io.waybot.bots.allocate.InstanceBuilder;
import io.waybot.bots.allocate.Limits;
import io.waybot.bots.decide.DecisionTerms.Offer;
import io.waybot.db.decision.CapacityPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A window's candidates as an allocation problem, and the way back from options to candidates. */
final class WindowProblem {
  private static final int LOWEST_PRIORITY = 5;
  private static final int UNSEEN = -2;
  private static final int SEEN = -1;

  private final List<DecisionTerms> journeys;
  private final CandidateTable table;
  private final Roster roster;
  private final Goals goals;
  private final int[] rows;
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Double> capacities = new ArrayList<>();
  private final List<List<Map<String, int[]>>> usages; // by journey, way and unit
  private final int[][] kinds; // by journey and treatment, where no unit's capacity is used
  private final Instance problem;

  /**
   * @param left units of each scarce thing without a goal, by key
   */
  WindowProblem(
      List<DecisionTerms> journeys,
      CandidateTable table,
      Roster roster,
      Goals goals,
      ToDoubleFunction<String> left) {
    this.journeys = journeys;
    this.table = table;
    this.roster = roster;
    this.goals = goals;
    this.rows = table.inOrder();
    this.usages =
        journeys.stream().map(terms -> WindowProblem.<int[]>maps(terms.ways().size())).toList();
    this.kinds =
        journeys.stream()
            .map(terms -> IntStream.generate(() -> UNSEEN).limit(terms.treatments()).toArray())
            .toArray(int[][]::new);
    goals
        .byProduct()
        .forEach((product, goal) -> place(Scarcities.product(product), key -> goal.most()));
    for (int row : rows) {
      if (kinds[table.journey(row)][table.treatment(row)] == UNSEEN) {
        usage(row, left);
      }
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

  /**
   * What the option's scarce things cost together at these prices: channel and limits, product,
   * budget, added in this order wherever a price is told again.
   */
  double priceYuan(int option, double[] prices) {
    double[] sum = {0};
    problem.eachUse(option, (limit, units) -> sum[0] += prices[limit] * units);
    return sum[0];
  }

  /** The part of {@link #priceYuan} that is the journey's budget. */
  double budgetPriceYuan(int option, double[] prices) {
    var terms = journeys.get(table.journey(rows[option]));
    var place = places.get(Scarcities.budget(terms));
    return place == null ? 0 : prices[place] * problem.usage(option, place);
  }

  /** The part of {@link #priceYuan} that is the product's goal. */
  double goalPriceYuan(int option, double[] prices) {
    var place = places.get(Scarcities.product(offer(rows[option])));
    return place == null ? 0 : prices[place];
  }

  List<CapacityPrice> prices(Allocation plan) {
    var limits = problem.limits();
    var prices = new ArrayList<CapacityPrice>();
    places.forEach((key, place) ->
        prices.add(
            new CapacityPrice(
                key,
                limits.minimum()[place],
                limits.maximum()[place],
                plan.used()[place],
                plan.missing()[place],
                plan.prices()[place],
                limits.penalty()[place])));
    return prices;
  }

  private Offer offer(int row) {
    return journeys.get(table.journey(row)).offer(table.treatment(row));
  }

  private Limits limits() {
    var least = new double[capacities.size()];
    var penalty = new double[capacities.size()];
    goals
        .byProduct()
        .forEach((product, goal) -> {
          int place = Objects.requireNonNull(places.get(Scarcities.product(product)));
          least[place] = goal.least();
          penalty[place] = goal.penaltyYuan();
        });
    return new Limits(
        least, capacities.stream().mapToDouble(Double::doubleValue).toArray(), penalty);
  }

  private static <T> List<Map<String, T>> maps(int count) {
    return Stream.<Map<String, T>>generate(HashMap::new).limit(count).toList();
  }

  private Instance build() {
    var builder = new InstanceBuilder(limits(), roster.size(), rows.length);
    var ofUnits =
        journeys.stream().map(terms -> WindowProblem.<Integer>maps(terms.treatments())).toList();
    int before = -1;
    int household = 0;
    for (int row : rows) {
      if (table.customer(row) != before) {
        before = table.customer(row);
        int own = roster.household(before);
        if (own == 0 || own != household) {
          builder.unit();
        }
        household = own;
        builder.customer(roster.hash(before));
      }
      builder.option(table.value(row), kind(row, ofUnits, builder));
    }
    return builder.build();
  }

  private int kind(int row, List<List<Map<String, Integer>>> ofUnits, InstanceBuilder builder) {
    int journey = table.journey(row);
    int treatment = table.treatment(row);
    if (kinds[journey][treatment] == UNSEEN) {
      return ofUnits
          .get(journey)
          .get(treatment)
          .computeIfAbsent(unit(row), unit -> kind(row, builder));
    }
    if (kinds[journey][treatment] == SEEN) {
      kinds[journey][treatment] = kind(row, builder);
    }
    return kinds[journey][treatment];
  }

  private int kind(int row, InstanceBuilder builder) {
    var terms = journeys.get(table.journey(row));
    var used = new ArrayList<Integer>();
    var amounts = new ArrayList<Double>();
    for (int place : Objects.requireNonNull(usages(row).get(unit(row)))) {
      used.add(place);
      amounts.add(1.0);
    }
    var goal = places.get(Scarcities.product(offer(row)));
    if (goal != null) {
      used.add(goal);
      amounts.add(1.0);
    }
    var budget = places.get(Scarcities.budget(terms));
    double cost = terms.way(table.treatment(row)).costYuan();
    if (budget != null && cost > 0) {
      used.add(budget);
      amounts.add(cost);
    }
    int priority = terms.priority(table.treatment(row));
    return builder.kind(
        table.journey(row) << 16 | table.treatment(row),
        priority == 0 ? 0 : LOWEST_PRIORITY - priority,
        used.stream().mapToInt(Integer::intValue).toArray(),
        amounts.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void usage(int row, ToDoubleFunction<String> left) {
    if (unit(row).isEmpty()) {
      kinds[table.journey(row)][table.treatment(row)] = SEEN;
    }
    usages(row)
        .computeIfAbsent(
            unit(row),
            unit -> {
              var terms = journeys.get(table.journey(row));
              var way = terms.way(table.treatment(row));
              if (terms.budgetYuan() != null) {
                place(Scarcities.budget(terms), left);
              }
              return Scarcities.keys(
                      terms, way, roster.org(table.customer(row)), journeys.size() == 1)
                  .stream()
                  .mapToInt(name -> place(name, left))
                  .toArray();
            });
  }

  private Map<String, int[]> usages(int row) {
    int journey = table.journey(row);
    return usages.get(journey).get(journeys.get(journey).wayIndex(table.treatment(row)));
  }

  /** Whose capacity a row uses beside the channel's: only leads have a unit. */
  private String unit(int row) {
    var way = journeys.get(table.journey(row)).way(table.treatment(row));
    return way.channel().equals(Scarcities.BRANCH) ? roster.org(table.customer(row)) : "";
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
