package io.waybot.bots.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.RobotContext;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.decision.Decision;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who decides together and who takes what is left. */
class WindowDeciderTest {
  private DecisionBank bank;

  @AfterEach
  void close() {
    bank.close();
  }

  @ParameterizedTest
  @EnumSource
  void usesTheDaysCapacityOnceAndChoosesNobodyTwice(TestDatabase kind) {
    bank = new DecisionBank(kind);
    for (int n = 1; n <= 10; n++) {
      bank.customer(n, 9_000, true, true, false);
    }
    bank.decide("decide", bank.input(1, 10), BotsUnderTest.at("decide"));

    var again = bank.decide("later", bank.input(1, 10), BotsUnderTest.at("later"));

    assertThat(bank.members(again, "sms")).isEmpty();
    assertThat(bank.members(again, "push")).isEmpty();
    assertThat(bank.lost("later"))
        .isEqualTo(
            Map.of("already_chosen", List.of(1, 2, 3, 4, 5, 6, 7), "capacity", List.of(8, 9, 10)));
  }

  @ParameterizedTest
  @EnumSource
  void letsARehearsalTakeNothing(TestDatabase kind) {
    bank = new DecisionBank(kind);
    for (int n = 1; n <= 5; n++) {
      bank.customer(n, 9_000, true, true, false);
    }
    var rehearsalRun = UUID.randomUUID();
    bank.sql(
        "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
            + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
            + " version) select ?, journey_id, journey_version_id, business_date, 'REHEARSAL',"
            + " 1, state, ?, parameters, started_by, started_at, state_changed_at, 0 from run"
            + " where kind = 'DAILY'",
        rehearsalRun,
        rehearsalRun);
    var at = BotsUnderTest.at("rehearse");
    var rehearsal =
        new RobotContext(
            rehearsalRun,
            rehearsalRun,
            "REHEARSAL",
            at.journeyId(),
            at.journeyVersionId(),
            at.journeyKey(),
            at.ownerOrg(),
            at.businessDate(),
            at.stepId(),
            at.elementId(),
            1);

    var rehearsed = bank.decide("rehearse", bank.input(1, 5), rehearsal);
    var real = bank.decide("decide", bank.input(1, 5), BotsUnderTest.at("decide"));

    assertThat(bank.members(rehearsed, "sms")).containsExactly(1, 2, 3);
    assertThat(bank.members(real, "sms")).containsExactly(1, 2, 3);
    assertThat(bank.members(real, "push")).containsExactly(4, 5);
  }

  @ParameterizedTest
  @EnumSource
  void decidesOnceForAllJourneysOfTheDayAndGivesEachCustomerOneContent(TestDatabase kind) {
    bank = new DecisionBank(kind, "10:00");
    for (int n = 1; n <= 10; n++) {
      bank.customer(n, 9_000, true, true, false);
    }
    var second = journey("second_daily", "RUNNING");
    var third = journey("third_daily", "WAITING_DATA");

    bank.join("decide", bank.input(1, 6), BotsUnderTest.at("decide"));
    bank.join("decide2", bank.input(3, 8), second);
    assertThat(bank.window(BotsUnderTest.RUN).decided()).isFalse();
    bank.join("decide3", bank.input(5, 10), third);

    var window = bank.window(BotsUnderTest.RUN);
    assertThat(window.decided()).isTrue();
    assertThat(List.of(bank.window(second.runId()), bank.window(third.runId())))
        .containsOnly(window);
    var chosen = allDecisions(BotsUnderTest.RUN, second.runId(), third.runId());
    assertThat(chosen).hasSize(7).doesNotHaveDuplicates(); // three texts, four pushes, no leads
    int wanted = 0;
    int lostToAnother = 0;
    for (var run : List.of(BotsUnderTest.RUN, second.runId(), third.runId())) {
      var lost = bank.lostOf(run);
      assertThat(lost.keySet()).isSubsetOf("other_journey", "capacity");
      lostToAnother += lost.getOrDefault("other_journey", List.of()).size();
      wanted += lost.values().stream().mapToInt(List::size).sum();
    }
    assertThat(wanted + chosen.size()).isEqualTo(3 * 6);
    assertThat(lostToAnother).isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void letsALatecomerHaveWhatIsLeftInAWindowOfItsOwn(TestDatabase kind) {
    bank = new DecisionBank(kind, "10:00");
    for (int n = 1; n <= 10; n++) {
      bank.customer(n, 9_000, true, true, false);
    }
    var second = journey("second_daily", "FAILED"); // will never ask

    bank.decide("decide", bank.input(1, 5), BotsUnderTest.at("decide"));
    bank.sql("update run set state = 'RUNNING' where id = ?", second.runId());
    var late = bank.decide("decide2", bank.input(4, 10), second);

    assertThat(bank.window(BotsUnderTest.RUN).sequence()).isEqualTo(1);
    assertThat(bank.window(second.runId()).sequence()).isEqualTo(2);
    assertThat(bank.members(late, "sms")).isEmpty();
    assertThat(bank.members(late, "push")).hasSize(2);
    assertThat(bank.lostOf(second.runId()))
        .containsEntry("already_chosen", List.of(4, 5))
        .extractingByKey("capacity", org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void waitsForNobodyAfterTheCutOff(TestDatabase kind) {
    bank = new DecisionBank(kind, "08:59"); // the bank's clock shows 09:00
    bank.customer(1, 9_000, true, true, false);
    journey("second_daily", "WAITING_DATA");

    bank.decide("decide", bank.input(1, 1), BotsUnderTest.at("decide"));

    assertThat(bank.window(BotsUnderTest.RUN).decided()).isTrue();
  }

  /** Another journey with a decision, and its run of the day. */
  private RobotContext journey(String key, String state) {
    var ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    bank.sql(
        "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
            + " experiment_salt, created_at, version) select ?, ?, name_zh, name_en, owner_org,"
            + " owner_login, experiment_salt, created_at, 0 from journey where id = ?",
        ids.get(0),
        key,
        BotsUnderTest.JOURNEY);
    bank.sql(
        "insert into journey_version (id, journey_id, version_no, revision, state, bpmn, settings,"
            + " author, saved_at) values (?, ?, 1, 1, 'LIVE', '<task"
            + " type=\"decide-treatments\"/>', '{}', 'planner', current_timestamp)",
        ids.get(1),
        ids.get(0));
    bank.sql(
        "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt, state,"
            + " scope_run_id, parameters, started_by, started_at, state_changed_at, version)"
            + " select ?, ?, ?, business_date, 'DAILY', 1, ?, ?, parameters, started_by,"
            + " started_at, state_changed_at, 0 from run where id = ?",
        ids.get(2),
        ids.get(0),
        ids.get(1),
        state,
        ids.get(2),
        BotsUnderTest.RUN);
    var at = BotsUnderTest.at("decide of " + key);
    return new RobotContext(
        ids.get(2),
        ids.get(2),
        "DAILY",
        ids.get(0),
        ids.get(1),
        key,
        at.ownerOrg(),
        at.businessDate(),
        at.stepId(),
        "decide",
        1);
  }

  private List<Integer> allDecisions(UUID... runs) {
    return Arrays.stream(runs)
        .flatMap(run -> bank.bean(DecisionTable.class).ofRun(run).stream())
        .map(Decision::customer)
        .toList();
  }
}
