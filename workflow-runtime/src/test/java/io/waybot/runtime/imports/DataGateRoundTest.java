package io.waybot.runtime.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.waybot.bots.audience.DataGate;
import io.waybot.db.imports.DataFreshness;
import io.waybot.db.imports.DataNeed;
import io.waybot.db.imports.DataNeeds;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.run.RunService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataGateRoundTest {
  private static final LocalDate D0 = LocalDate.of(2026, 11, 20);
  private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-000000000003");
  private static final UUID STEP = UUID.fromString("00000000-0000-0000-0000-000000000004");

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void completesTheStepWhenTheDataHasCome(TestDatabase kind) {
    var bank = new ImportHall(kind, home);
    var runs = mock(RunService.class);
    var round = round(bank, runs, Duration.ofHours(1));

    round.round();
    assertThat(step(bank).state()).isEqualTo(RobotStep.State.PARKED);

    bank.csv(
        """
        {"dataset":"people","dataDate":"2026-11-19","key":"no","format":"CSV"}
        """,
        "no,age",
        "A,1");
    round.round();

    assertThat(step(bank).state()).isEqualTo(RobotStep.State.DONE);
    assertThat(step(bank).output()).isEqualTo("{\"dataDate\":\"2026-11-19\",\"previousDay\":0}");
    assertThat(bank.count("select count(*) from data_need")).isZero();
    verify(runs, never()).skip(any(), any());
  }

  @ParameterizedTest
  @EnumSource
  void skipsTheRunAtTheCutOffAndSaysWhatWasMissing(TestDatabase kind) {
    var bank = new ImportHall(kind, home);
    var runs = mock(RunService.class);
    var round = round(bank, runs, Duration.ZERO);

    round.round();
    round.round();

    verify(runs).skip(eq(RUN), contains("people"));
  }

  private static RobotStep step(ImportHall bank) {
    return bank.stores.bean(RobotSteps.class).get(STEP);
  }

  /** One run that waits for people of the day before, until so long after now. */
  private static DataGateRound round(ImportHall bank, RunService runs, Duration patience) {
    var now = ImportHall.CLOCK.instant();
    seedRun(bank, now);
    bank.stores.bean(DataFreshness.class);
    bank.stores.bean(DataGate.class);
    bank.stores.bean(RobotSteps.class);
    bank.stores
        .bean(DataNeeds.class)
        .note(
            new DataNeed(STEP, RUN, List.of("people"), D0.minusDays(1), now.plus(patience), false));
    return new DataGateRound(
        bank.stores.bean(DataNeeds.class),
        bank.stores.bean(DataGate.class),
        bank.stores.bean(RobotSteps.class),
        runs,
        bank.stores.bean(io.waybot.runtime.language.Phrases.class),
        bank.json,
        ImportHall.CLOCK);
  }

  private static void seedRun(ImportHall bank, Instant now) {
    var journey = UUID.randomUUID();
    var version = UUID.randomUUID();
    var at = java.sql.Timestamp.from(now);
    bank.stores.org("00", null);
    bank.db
        .batch()
        .update(
            "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
                + " experiment_salt, created_at, version) values"
                + " (?,'j','j','j','00','planner','s',?,0)",
            journey,
            at);
    bank.db
        .batch()
        .update(
            "insert into journey_version (id, journey_id, version_no, revision, state, bpmn,"
                + " settings, author, saved_at) values (?,?,1,1,'LIVE','<x/>','{}','planner',?)",
            version,
            journey,
            at);
    bank.db
        .batch()
        .update(
            "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                + " version) values (?,?,?,?,'DAILY',1,'WAITING_DATA',?,'{}','planner',?,?,0)",
            RUN,
            journey,
            version,
            java.sql.Date.valueOf(D0),
            RUN,
            at,
            at);
    bank.db
        .batch()
        .update(
            "insert into robot_step (id, run_id, engine_id, element_instance_key, element_id, pass,"
                + " robot, job_key, state, attempts, started_at) values"
                + " (?,?,?,1,'wait',1,'wait-for-data',1,'PARKED',1,?)",
            STEP,
            RUN,
            UUID.randomUUID(),
            at);
  }
}
