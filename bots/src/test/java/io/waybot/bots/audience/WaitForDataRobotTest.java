package io.waybot.bots.audience;

import static io.waybot.bots.audience.PullingBank.bank;
import static io.waybot.bots.audience.PullingBank.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.Outcome;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run waits for before it begins. */
class WaitForDataRobotTest {
  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void waitsForDataUntilItComesOrTheCutOff(TestDatabase kind) {
    try (var bots = bank(kind, home)) {
      var robot = bots.bean(WaitForDataRobot.class);
      var input = new WaitForDataRobot.Input("customers, salaries", null, "10:00", null);
      imported(bots, "customers", BotsUnderTest.D0.minusDays(1));
      step(bots, "wait");

      assertThat(robot.work(input, BotsUnderTest.at("wait"))).isInstanceOf(Outcome.Parked.class);
      var need = bots.bean(io.waybot.db.imports.DataNeeds.class).waiting().getFirst();
      var gate = bots.bean(DataGate.class);

      assertThat(gate.judge(need, Instant.parse("2026-11-20T01:59:59Z")))
          .isEqualTo(new DataGate.Verdict.Wait(List.of("salaries")));
      assertThat(gate.judge(need, Instant.parse("2026-11-20T02:00:00Z")))
          .isEqualTo(new DataGate.Verdict.TooLate(List.of("salaries")));
      imported(bots, "salaries", BotsUnderTest.D0.minusDays(1));
      assertThat(output(robot.work(input, BotsUnderTest.at("wait"))).dataDate())
          .isEqualTo("2026-11-19");
    }
  }

  @ParameterizedTest
  @EnumSource
  void usesTheDayBeforeAtTheCutOffIfThePlannerSaidSo(TestDatabase kind) {
    try (var bots = bank(kind, home)) {
      imported(bots, "customers", BotsUnderTest.D0.minusDays(2));
      var input = new WaitForDataRobot.Input("customers", "day_before", "08:30", "use_day_before");

      var answer = output(bots.bean(WaitForDataRobot.class).work(input, BotsUnderTest.at("wait")));

      assertThat(answer).isEqualTo(new DataArrived("2026-11-18", 1));
    }
  }

  private static void imported(BotsUnderTest bots, String dataset, LocalDate date) {
    bots.db
        .batch()
        .update(
            "insert into import_job (id, dataset, data_date, mode, state, file_name, mapping,"
                + " started_by, queued_at) values (?,?,?,'UPSERT','DONE','f','{}','a',"
                + " current_timestamp)",
            UUID.randomUUID(),
            dataset,
            date);
  }

  private static void step(BotsUnderTest bots, String element) {
    var context = BotsUnderTest.at(element);
    bots.db
        .batch()
        .update(
            "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
                + " robot, job_key, state, attempts, started_at) values"
                + " (?,?,?,1,?,1,'wait-for-data',1,'PARKED',1, current_timestamp)",
            context.stepId(),
            context.runId(),
            UUID.randomUUID(),
            element);
  }
}
