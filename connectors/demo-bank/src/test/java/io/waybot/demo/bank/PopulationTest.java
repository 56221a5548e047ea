package io.waybot.demo.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The exact numbers that the demo bank promises its readers. */
class PopulationTest {
  private static final Population BANK = new Population(50_000);

  @Test
  void dealsEverySubBranchGroupAndStageItsQuota() {
    var branches = count(n -> BANK.subBranch(n).code());
    var groups = count(BANK::group);
    var stages = count(BANK::stage);
    var app = count(BANK::app);

    assertThat(branches)
        .containsEntry("1101", 6_000L)
        .containsEntry("1302", 3_000L)
        .containsEntry("1403", 4_500L);
    assertThat(branches).hasSize(12);
    assertThat(groups)
        .isEqualTo(
            Map.of(
                Group.OTHER,
                20_000L,
                Group.G1,
                2_400L,
                Group.G2,
                1_800L,
                Group.G3,
                1_500L,
                Group.G4,
                4_800L,
                Group.G5,
                5_100L,
                Group.G6,
                9_000L,
                Group.G7,
                5_400L));
    assertThat(stages)
        .isEqualTo(
            Map.of(
                0, 19_000L, 1, 9_000L, 2, 7_000L, 3, 2_400L, 4, 3_600L, 5, 1_200L, 6, 6_000L, 7,
                1_800L));
    assertThat(app)
        .isEqualTo(
            Map.of(AppStatus.ACTIVE, 31_000L, AppStatus.DORMANT, 5_000L, AppStatus.NONE, 14_000L));
  }

  @Test
  void strategiesWantTheStatedNumberOfCustomersEachSoManyTimes() {
    var wanted =
        BANK.numbers().map(n -> BANK.strategies(n).size()).filter(k -> k > 0).boxed().toList();
    var times = wanted.stream().collect(Collectors.groupingBy(k -> k, Collectors.counting()));

    assertThat(wanted).hasSize(18_151);
    assertThat(wanted.stream().mapToInt(k -> k).sum()).isEqualTo(22_465);
    assertThat(times).isEqualTo(Map.of(1, 14_298L, 2, 3_414L, 3, 418L, 4, 20L, 5, 1L));
    for (var strategy : DemoTables.strategies()) {
      assertThat(BANK.numbers().filter(n -> BANK.strategies(n).contains(strategy)).count())
          .as(strategy.code())
          .isEqualTo(strategy.customers());
    }
  }

  @Test
  void contactRulesRemoveTheStatedCandidatesFromAllStrategies() {
    var removed = new TreeMap<String, Integer>();
    int left = 0;
    int customersLeft = 0;
    for (int n : BANK.numbers().toArray()) {
      var reasons = BANK.strategies(n).stream().map(s -> reason(n, s)).toList();
      reasons.stream().filter(r -> !r.isEmpty()).forEach(r -> removed.merge(r, 1, Integer::sum));
      int free = (int) reasons.stream().filter(String::isEmpty).count();
      left += free;
      customersLeft += Math.min(1, free);
    }

    assertThat(removed)
        .isEqualTo(
            Map.of(
                "CAP",
                1_622,
                "NO_CONSENT",
                1_154,
                "HOLDS",
                859,
                "ASSESSMENT",
                767,
                "RISK",
                628,
                "NO_ADDRESS",
                490,
                "NOT_PERSONALISED",
                427,
                "OPTED_OUT",
                321,
                "COMPLAINT",
                111,
                "PROTECTED",
                100));
    assertThat(removed.values().stream().mapToInt(k -> k).sum()).isEqualTo(6_479);
    assertThat(left).isEqualTo(15_986);
    assertThat(customersLeft).isEqualTo(13_106);
  }

  @Test
  void thePaydayListLosesAQuarterAndHoldsOut904() {
    var list = paydayList().toArray();
    var fates = new EnumMap<Fate, Long>(Fate.class);
    IntStream.of(list).forEach(n -> fates.merge(BANK.fate(n), 1L, Long::sum));
    var control =
        IntStream.of(list)
            .filter(n -> BANK.fate(n) == Fate.FREE)
            .filter(PopulationTest::heldOut)
            .count();

    assertThat(list).hasSize(12_000);
    assertThat(fates)
        .isEqualTo(
            Map.of(
                Fate.NO_CONSENT,
                600L,
                Fate.NOT_PERSONALISED,
                240L,
                Fate.PROTECTED,
                60L,
                Fate.COMPLAINT,
                60L,
                Fate.CAP,
                900L,
                Fate.HOLDS,
                720L,
                Fate.OPTED_OUT,
                180L,
                Fate.NO_ADDRESS,
                240L,
                Fate.FREE,
                9_000L));
    assertThat(control).isEqualTo(904);
    assertThat(fates.getOrDefault(Fate.FREE, 0L) - control).isEqualTo(8_096);
  }

  @Test
  void aMillionCustomersKeepTheProportions() {
    var million = new Population(1_000_000);

    assertThat(million.numbers().filter(n -> million.group(n) == Group.G6).count())
        .isEqualTo(180_000);
    assertThat(million.numbers().filter(n -> million.app(n) == AppStatus.ACTIVE).count())
        .isEqualTo(620_000);
    assertThat(million.numbers().filter(n -> million.fate(n) == Fate.CAP).count())
        .isEqualTo(75_000);
  }

  private static String reason(int n, Catalogue.Strategy s) {
    var fate = BANK.fate(n);
    boolean service = s.purpose().equals("SERVICE");
    boolean marketing = s.purpose().equals("MARKETING");
    boolean hits =
        switch (fate) {
          case FREE -> false;
          case NO_CONSENT, NOT_PERSONALISED -> !service;
          case CAP -> marketing;
          case HOLDS ->
              marketing
                  && List.of("P01", "P02", "P03", "P04").contains(String.valueOf(s.product()));
          case NO_ADDRESS -> !s.first().equals("QUEUE");
          case PROTECTED, COMPLAINT, OPTED_OUT -> true;
        };
    return hits ? fate.name() : unsuitable(n, s);
  }

  private static String unsuitable(int n, Catalogue.Strategy s) {
    var risk =
        DemoTables.products().stream()
            .filter(p -> p.code().equals(s.product()) && p.risk() != null)
            .map(Catalogue.Product::risk)
            .findFirst();
    boolean valid = new Profile(n, BANK, java.time.LocalDate.EPOCH).riskState() == RiskState.VALID;
    return risk.isEmpty()
        ? ""
        : !valid ? "ASSESSMENT" : risk.get() > BANK.riskLevel(n) ? "RISK" : "";
  }

  private static IntStream paydayList() {
    return BANK.numbers()
        .filter(n -> List.of(Group.G5, Group.G6, Group.G7).contains(BANK.group(n)))
        .filter(n -> BANK.strategies(n).stream().anyMatch(s -> s.event().equals("E01")));
  }

  /** MECHANISMS.md, "Holdout". */
  static boolean heldOut(int n) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("deposit-daily/34:" + n).getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53 < .1;
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static <K> Map<K, Long> count(Function<Integer, K> attribute) {
    return BANK.numbers().boxed().collect(Collectors.groupingBy(attribute, Collectors.counting()));
  }
}
