package io.waybot.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.decide.Candidates;
import io.waybot.bots.decide.DecisionTerms;
import io.waybot.bots.decide.WindowFacts;
import io.waybot.db.audience.CandidateSets;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.strategy.StrategyTables;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.why.WhyView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The demo bank's 53 strategies on its 50,000 customers give the numbers that the bank is told. */
class DemoStrategiesTest {
  private static final Logger log = LoggerFactory.getLogger(DemoStrategiesTest.class);
  private static final Map<String, Integer> BY_CONTACT_RULE =
      Map.of(
          "CAP", 1_622,
          "NO_CONSENT", 1_154,
          "HOLDS", 859,
          "NO_ADDRESS", 490,
          "NOT_PERSONALISED", 427,
          "OPTED_OUT", 321,
          "COMPLAINT", 111,
          "PROTECTED", 100);

  @TempDir Path home;
  @TempDir Path files;

  @ParameterizedTest
  @EnumSource
  void wantsTheCustomersItShouldAndLosesThemToTheRulesItShould(TestDatabase kind)
      throws IOException {
    try (var bank = new StrategyBank(kind, home, files)) {
      var told = bank.eventsByCode();
      bank.forgetEventsThatColumnsShow();

      var detected = bank.work("detectEventsRobot", "detect", Map.of());
      var applied =
          bank.work("applyStrategiesRobot", "apply", Map.of("table", DemoStrategies.TABLE));
      var filtered =
          bank.work(
              "filterByPolicyRobot",
              "policy",
              Map.of("audience", applied.get("audience"), "channels", "sms,push,email,branch"));

      assertThat(bank.eventsByCode()).isEqualTo(told);
      assertThat(bank.stages())
          .isEqualTo(
              Map.of(
                  "S1", 9_000, "S2", 7_000, "S3", 2_400, "S4", 3_600, "S5", 1_200, "S6", 6_000,
                  "S7", 1_800));
      assertThat(detected.get("staged").intValue()).isEqualTo(31_000);
      assertThat(applied.get("candidates").intValue()).isEqualTo(22_465);
      assertThat(applied.get("audience").get("count").intValue()).isEqualTo(18_151);
      assertThat(byRule(bank)).isEqualTo(BY_CONTACT_RULE);
      var unsuitable = unsuitable(bank, filtered.get("allowed"));
      assertThat(unsuitable.lost()).isEqualTo(Map.of("ASSESSMENT", 767, "RISK", 628));
      assertThat(unsuitable.left()).isEqualTo(15_986);
      assertThat(unsuitable.customers()).isEqualTo(13_106);
      log.info("the trace of 50,000 customers on {}: {} bytes", kind, bank.traceBytes(kind));
      assertThat(bank.traceBytes(kind))
          .as("53 strategies, a million customers: at most 200 MB a day")
          .isLessThan(200_000_000L / 20);
      tellsAgainWhatWasDecided(bank);
      offersTheSecondWaveByTheChannelOfTheStrategyThatWon(bank, filtered.get("allowed"));
    }
  }

  /** What decided is told again from what was kept: values and prices to the last bit. */
  private static void tellsAgainWhatWasDecided(StrategyBank bank) {
    var window = bank.bean(DecisionWindows.class).ofRun(bank.at("decide").runId()).getFirst();
    var decisions = bank.bean(DecisionTable.class).ofRun(bank.at("decide").runId());
    assertThat(window.decided()).isTrue();
    assertThat(decisions)
        .hasSizeGreaterThan(5_000)
        .extracting(Decision::customer)
        .doesNotHaveDuplicates();
    for (int i = 0; i < decisions.size(); i += decisions.size() / 40) {
      var decision = decisions.get(i);
      var candidates = bank.candidates(window, decision.customer());
      assertThat(candidates)
          .filteredOn(candidate -> candidate.outcome() == WhyView.Ending.CHOSEN)
          .singleElement()
          .satisfies(won -> {
            assertThat(won.strategy()).isEqualTo(decision.strategy());
            assertThat(won.value()).isEqualTo(decision.valueYuan());
            assertThat(won.price()).isEqualTo(decision.priceYuan());
          });
    }
    var wuTing = bank.candidates(window, bank.number("143299"));
    assertThat(wuTing)
        .extracting(WhyView.Candidate::strategy)
        .containsExactlyInAnyOrder("T42", "T43", "T44", "T46", "T47");
    assertThat(wuTing)
        .filteredOn(candidate -> candidate.outcome() == WhyView.Ending.CHOSEN)
        .hasSize(1);
  }

  /** Of all who were chosen; contact rules then judge each by that strategy alone. */
  private static void offersTheSecondWaveByTheChannelOfTheStrategyThatWon(
      StrategyBank bank, Object list) {
    var table = bank.bean(StrategyTables.class).find(DemoStrategies.TABLE).orElseThrow();
    var second = new HashMap<String, String>();
    bank.bean(StrategyTables.class)
        .rows(table.code(), table.version())
        .forEach(row -> second.put(row.code(), row.second() == null ? "none" : row.second()));
    var wanted = new TreeMap<String, RoaringBitmap>();
    for (var decision : bank.bean(DecisionTable.class).ofRun(bank.at("decide").runId())) {
      wanted
          .computeIfAbsent(
              second.getOrDefault(decision.strategy(), "none"), c -> new RoaringBitmap())
          .add(decision.customer());
    }

    var waves = bank.work("secondWaveRobot", "second", Map.of("audience", list));
    contactedTwice(bank, bank.members(bank.list(waves.get("inbox"))).first());
    var filtered =
        bank.work(
            "filterByPolicyRobot",
            "policy_second",
            Map.of("audience", waves.get("inbox"), "channels", "inbox"));

    for (var channel : List.of("sms", "push", "inbox", "branch")) {
      assertThat(bank.members(bank.list(waves.get(channel))))
          .as(channel)
          .isEqualTo(wanted.getOrDefault(channel, new RoaringBitmap()));
    }
    assertThat(wanted.get("inbox").getCardinality()).isGreaterThan(1_000);
    assertThat(waves.get("email").get("count").intValue()).isZero();
    var ended = bank.members(bank.list(waves.get("ended")));
    assertThat(RoaringBitmap.intersects(ended, wanted.get("inbox"))).isFalse();
    assertThat(
            filtered.get("allowed").get("count").intValue()
                + filtered.get("removed").get("count").intValue())
        .isEqualTo(wanted.get("inbox").getCardinality());
    saysNothingOfTheSecondWaveWhereTheFirstIsAskedFor(bank, filtered.get("removed"));
  }

  private static void contactedTwice(StrategyBank bank, int customer) {
    for (int times = 0; times < 2; times++) {
      bank.bean(JdbcTemplate.class)
          .update(
              "insert into contact_log (customer, channel, at, contact_date, dispatch_id) values"
                  + " (?, 'push', current_timestamp, ?, ?)",
              customer,
              LocalDate.now(bank.bean(Clock.class)),
              UUID.randomUUID());
    }
  }

  private static void saysNothingOfTheSecondWaveWhereTheFirstIsAskedFor(
      StrategyBank bank, Object removed) {
    var window = bank.bean(DecisionWindows.class).ofRun(bank.at("decide").runId()).getFirst();
    var lost = bank.members(bank.list(removed));
    assertThat(lost.isEmpty()).isFalse();
    assertThat(bank.candidates(window, lost.first()))
        .extracting(WhyView.Candidate::strategy)
        .doesNotHaveDuplicates();
  }

  private static Map<String, Integer> byRule(StrategyBank bank) {
    var lost = new TreeMap<String, Integer>();
    bank.bean(CandidateSets.class)
        .losses(bank.at("policy").stepId())
        .forEach(loss -> lost.merge(loss.rule(), loss.customers(), Integer::sum));
    return lost;
  }

  private record Unsuitable(Map<String, Integer> lost, int left, int customers) {}

  /** Judges every candidate that the contact rules left, as the decision does. */
  private static Unsuitable unsuitable(StrategyBank bank, Object allowed) {
    var list = bank.scored(allowed);
    bank.begin(
        "decideTreatmentsRobot", "decide", Map.of("audience", list, "channels", "sms,push,inbox"));
    var window = bank.bean(DecisionWindows.class).ofRun(bank.at("decide").runId()).getFirst();
    var seat = bank.bean(DecisionWindows.class).participants(window.id()).getFirst();
    var terms = bank.bean(JsonMapper.class).readValue(seat.terms(), DecisionTerms.class);
    var lost = new TreeMap<String, Integer>();
    var left = new int[1];
    var customers = new RoaringBitmap();
    bank.bean(Candidates.class)
        .each(
            terms,
            bank.members(list),
            bank.bean(WindowFacts.class).contacts(window.id()),
            (customer, score, value, removedBy) -> {
              for (var rule : removedBy) {
                if ("ASSESSMENT".equals(rule) || "RISK".equals(rule)) {
                  lost.merge(rule, 1, Integer::sum);
                } else if (!Candidates.NOT_WANTED.equals(rule)) {
                  left[0]++;
                  customers.add(customer);
                }
              }
            });
    return new Unsuitable(lost, left[0], customers.getCardinality());
  }
}
