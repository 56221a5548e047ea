package io.waybot.demo.bank;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Who is dealt what: a few bytes for each customer, computed once; all else follows from the
 * customer's number.
 */
final class Population {
  static final int FIRST = 100_001;
  private static final int[] STAGES = {9_000, 7_000, 2_400, 3_600, 1_200, 6_000, 1_800};
  private static final int[] RISK_LEVELS = {6_000, 15_000, 17_500, 8_500, 3_000};
  private static final List<String> ONLY_IN_APP =
      List.of("E18", "E19", "E20", "E21", "E22", "E25", "E28");

  final Scale scale;
  private final List<Catalogue.Strategy> strategies = DemoTables.strategies();
  private final Branches branches = new Branches();
  private final Attribute org;
  private final Attribute group;
  private final Attribute app;
  private final Attribute stage;
  private final Attribute fate;
  private final Attribute riskLevel;
  private final Attribute riskState;
  private final int[][] groups;
  private final long[] wantedBy;
  private final BitSet history = new BitSet();

  Population(int customers) {
    scale = new Scale(customers);
    org = new Attribute(scale);
    group = new Attribute(scale);
    app = new Attribute(scale);
    stage = new Attribute(scale);
    fate = new Attribute(scale);
    riskLevel = new Attribute(scale);
    riskState = new Attribute(scale);
    wantedBy = new long[customers];
    var all = numbers().toArray();
    org.dealAll(all, "org", 0, branches.sizes());
    groups = dealGroups(all);
    stage.dealAll(app.among(all, AppStatus.ACTIVE), "stage", 1, STAGES);
    riskLevel.dealAll(all, "risk", 1, RISK_LEVELS);
    riskState.dealAll(all, "riskvalid", 0, 39_000, 6_000, 5_000);
    dealStrategies();
    dealFates(all);
  }

  private int[][] dealGroups(int[] all) {
    var payroll = Deck.cut(all, "payroll", scale.of(30_000));
    var sizes = Arrays.stream(Group.values()).skip(1).mapToInt(g -> g.customers).toArray();
    group.dealAll(payroll[0], "group", 1, sizes);
    app.dealAll(payroll[0], "app", 0, 22_500, 2_700, 4_800);
    app.dealAll(payroll[1], "app", 0, 8_500, 2_300, 9_200);
    for (int n : Deck.deal(scale.of(12_000), payroll[0], "history")) {
      history.set(n - FIRST);
    }
    return Arrays.stream(Group.values()).map(g -> group.among(all, g)).toArray(int[][]::new);
  }

  private void dealStrategies() {
    for (int i = 0; i < strategies.size(); i++) {
      var strategy = strategies.get(i);
      for (int n : dealt(strategy, scale.of(strategy.customers()), strategy.event())) {
        wantedBy[n - FIRST] |= 1L << i;
      }
    }
  }

  /** The customers of one day's stream who meet a strategy's event. */
  int[] dealt(Catalogue.Strategy strategy, int count, String stream) {
    var set = groups[Group.valueOf(strategy.group()).ordinal()];
    if (ONLY_IN_APP.contains(strategy.event())) {
      set = app.among(set, AppStatus.ACTIVE);
    } else if (strategy.event().equals("E24")) {
      set = app.among(set, AppStatus.DORMANT);
    }
    return Deck.deal(count, set, stream);
  }

  private void dealFates(int[] all) {
    fate.deal(
        IntStream.of(all).filter(this::onPaydayList).toArray(),
        "fate",
        0,
        quotas(f -> f.onPaydayList));
    fate.deal(
        IntStream.of(all).filter(n -> !onPaydayList(n)).toArray(),
        "fate",
        0,
        quotas(f -> f.elsewhere));
  }

  private static int[] quotas(ToIntFunction<Fate> quota) {
    return Arrays.stream(Fate.values()).filter(f -> f != Fate.FREE).mapToInt(quota).toArray();
  }

  boolean onPaydayList(int n) {
    return strategies(n).stream().anyMatch(s -> List.of("T35", "T42", "T49").contains(s.code()));
  }

  List<Catalogue.Strategy> strategies(int n) {
    long bits = wantedBy[n - FIRST];
    return IntStream.range(0, strategies.size())
        .filter(i -> (bits >>> i & 1) == 1)
        .mapToObj(strategies::get)
        .toList();
  }

  Catalogue.OrgUnit subBranch(int n) {
    return branches.get(org.of(n));
  }

  String relationshipManager(int n) {
    return branches.relationshipManager(subBranch(n), n);
  }

  Group group(int n) {
    return Group.values()[group.of(n)];
  }

  AppStatus app(int n) {
    return AppStatus.values()[app.of(n)];
  }

  /** 1 to 7, or 0 for customers without the app in use. */
  int stage(int n) {
    return stage.of(n);
  }

  Fate fate(int n) {
    return Fate.values()[fate.of(n)];
  }

  int riskLevel(int n) {
    return riskLevel.of(n);
  }

  RiskState riskState(int n) {
    return RiskState.values()[riskState.of(n)];
  }

  /** Whether the customer was pushed in the past campaign that trains the first model. */
  boolean pushedBefore(int n) {
    return history.get(n - FIRST);
  }

  IntStream numbers() {
    return IntStream.range(FIRST, FIRST + scale.customers());
  }
}
