package io.waybot.demo.bank;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who is dealt what: a few bytes for each customer, computed once; all else follows from the
 * customer's number.
 */
final class Population {
  static final int FIRST = 100_001;
  private static final int[] STAGES = {9_000, 7_000, 2_400, 3_600, 1_200, 6_000, 1_800};
  private static final List<String> ONLY_IN_APP =
      List.of("E18", "E19", "E20", "E21", "E22", "E25", "E28");

  final Scale scale;
  final List<Catalogue.OrgUnit> subBranches;
  private final List<Catalogue.Strategy> strategies = DemoBank.strategies();
  private final Map<String, String> accounts = new HashMap<>();
  private final byte[] org;
  private final byte[] group;
  private final byte[] app;
  private final byte[] stage;
  private final byte[] fate;
  private final byte[] riskLevel;
  private final byte[] riskState;
  private final long[] wantedBy;
  private final int[][] groups;
  private final BitSet history = new BitSet();

  Population(int customers) {
    scale = new Scale(customers);
    subBranches = DemoBank.organisation().stream().filter(Catalogue.OrgUnit::hasCustomers).toList();
    DemoBank.people().stream()
        .filter(p -> p.rm() != null)
        .forEach(p -> accounts.put(String.valueOf(p.rm()), p.account()));
    org = new byte[customers];
    group = new byte[customers];
    app = new byte[customers];
    stage = new byte[customers];
    fate = new byte[customers];
    riskLevel = new byte[customers];
    riskState = new byte[customers];
    wantedBy = new long[customers];
    var all = IntStream.range(FIRST, FIRST + customers).toArray();
    dealLast(
        org, all, "org", subBranches.stream().mapToInt(Catalogue.OrgUnit::customers).toArray());
    groups = dealGroups(all);
    dealLast(stage, with(app, AppStatus.ACTIVE, all), "stage", STAGES, 1);
    dealLast(riskLevel, all, "risk", new int[] {6_000, 15_000, 17_500, 8_500, 3_000}, 1);
    dealLast(riskState, all, "riskvalid", new int[] {39_000, 6_000, 5_000});
    dealStrategies();
    dealFates(all);
  }

  private int[][] dealGroups(int[] all) {
    var payroll = Deck.cut(all, "payroll", scale.of(30_000));
    var sizes = Arrays.stream(Group.values()).skip(1).mapToInt(g -> g.customers).toArray();
    dealLast(group, payroll[0], "group", sizes, 1);
    dealLast(app, payroll[0], "app", new int[] {22_500, 2_700, 4_800});
    dealLast(app, payroll[1], "app", new int[] {8_500, 2_300, 9_200});
    for (int n : Deck.deal(scale.of(12_000), payroll[0], "history")) {
      history.set(n - FIRST);
    }
    return Arrays.stream(Group.values()).map(g -> with(group, g, all)).toArray(int[][]::new);
  }

  private void dealStrategies() {
    for (int i = 0; i < strategies.size(); i++) {
      for (int n :
          dealt(
              strategies.get(i),
              scale.of(strategies.get(i).customers()),
              strategies.get(i).event())) {
        wantedBy[n - FIRST] |= 1L << i;
      }
    }
  }

  /** The customers of one day's stream who meet a strategy's event. */
  int[] dealt(Catalogue.Strategy strategy, int count, String stream) {
    var set = groups[Group.valueOf(strategy.group()).ordinal()];
    if (ONLY_IN_APP.contains(strategy.event())) {
      set = with(app, AppStatus.ACTIVE, set);
    } else if (strategy.event().equals("E24")) {
      set = with(app, AppStatus.DORMANT, set);
    }
    return Deck.deal(count, set, stream);
  }

  private void dealFates(int[] all) {
    var listed = IntStream.of(all).filter(this::onPaydayList).toArray();
    var rest = IntStream.of(all).filter(n -> !onPaydayList(n)).toArray();
    Arrays.fill(fate, (byte) Fate.FREE.ordinal());
    var rules = Arrays.copyOf(Fate.values(), Fate.FREE.ordinal());
    put(
        fate,
        0,
        Deck.cut(
            listed,
            "fate",
            scale.of(Arrays.stream(rules).mapToInt(f -> f.onPaydayList).toArray())));
    put(
        fate,
        0,
        Deck.cut(
            rest, "fate", scale.of(Arrays.stream(rules).mapToInt(f -> f.elsewhere).toArray())));
  }

  boolean onPaydayList(int n) {
    return strategies(n).stream().anyMatch(s -> List.of("T35", "T42", "T49").contains(s.code()));
  }

  private void dealLast(byte[] attribute, int[] set, String stream, int[] sizes) {
    dealLast(attribute, set, stream, sizes, 0);
  }

  /** Cuts the whole set: the last part takes what rounding left over. */
  private void dealLast(byte[] attribute, int[] set, String stream, int[] sizes, int firstValue) {
    var scaled = scale.of(Arrays.copyOf(sizes, sizes.length - 1));
    put(attribute, firstValue, Deck.cut(set, stream, scaled));
  }

  private static void put(byte[] attribute, int firstValue, int[][] parts) {
    for (int value = 0; value < parts.length; value++) {
      for (int n : parts[value]) {
        attribute[n - FIRST] = (byte) (firstValue + value);
      }
    }
  }

  private static int[] with(byte[] attribute, Enum<?> value, int[] set) {
    return IntStream.of(set).filter(n -> attribute[n - FIRST] == value.ordinal()).toArray();
  }

  List<Catalogue.Strategy> strategies(int n) {
    long bits = wantedBy[n - FIRST];
    return IntStream.range(0, strategies.size())
        .filter(i -> (bits >>> i & 1) == 1)
        .mapToObj(strategies::get)
        .toList();
  }

  Catalogue.OrgUnit subBranch(int n) {
    return subBranches.get(org[n - FIRST]);
  }

  /** The account of the customer's relationship manager: a, b or c of the sub-branch, in turn. */
  String relationshipManager(int n) {
    var rm = "rm" + subBranch(n).code() + (char) ('a' + n % 3);
    return accounts.getOrDefault(rm, rm);
  }

  Group group(int n) {
    return Group.values()[group[n - FIRST]];
  }

  AppStatus app(int n) {
    return AppStatus.values()[app[n - FIRST]];
  }

  /** 1 to 7, or 0 for customers without the app in use. */
  int stage(int n) {
    return stage[n - FIRST];
  }

  Fate fate(int n) {
    return Fate.values()[fate[n - FIRST]];
  }

  int riskLevel(int n) {
    return riskLevel[n - FIRST];
  }

  RiskState riskState(int n) {
    return RiskState.values()[riskState[n - FIRST]];
  }

  /** Whether the customer was pushed in the past campaign that trains the first model. */
  boolean pushedBefore(int n) {
    return history.get(n - FIRST);
  }

  IntStream numbers() {
    return IntStream.range(FIRST, FIRST + scale.customers());
  }
}
