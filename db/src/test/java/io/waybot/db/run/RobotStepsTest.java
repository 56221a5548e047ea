package io.waybot.db.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.run.RobotStep.State;
import io.waybot.db.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RobotStepsTest {
  private static final UUID ENGINE = UUID.fromString("00000000-0000-0000-0000-00000000000e");
  private static final Clock NINE =
      Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @EnumSource
  void answersTheFirstOutputHoweverOftenTheStepIsCompletedOrDelivered(TestDatabase database) {
    var sql = database.open().sql();
    var steps = new RobotSteps(sql, NINE);
    var deliveries = new StepDeliveries(sql, NINE);
    var run = aRun(sql);
    var step = deliveries.deliver(job(run, 101));
    steps.begin(step.id());
    steps.received(step.id(), 12);

    assertThat(steps.complete(step.id(), "{\"customers\":1}")).isTrue();
    assertThat(steps.complete(step.id(), "{\"customers\":2}")).isFalse();
    steps.fail(step.id(), "too late");

    var again = deliveries.deliver(job(run, 101));
    assertThat(again.id()).isEqualTo(step.id());
    assertThat(again.state()).isEqualTo(State.DONE);
    assertThat(again.output()).isEqualTo("{\"customers\":1}");
    assertThat(again.customersIn()).isEqualTo(12);
    assertThat(again.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void countsEveryAttemptButNotTheRedeliveryOfAParkedStep(TestDatabase database) {
    var sql = database.open().sql();
    var steps = new RobotSteps(sql, NINE);
    var deliveries = new StepDeliveries(sql, NINE);
    var run = aRun(sql);
    var step = deliveries.deliver(job(run, 101));
    steps.begin(step.id());
    steps.begin(step.id());
    steps.park(step.id());

    steps.begin(deliveries.deliver(job(run, 101)).id());

    var redelivered = steps.get(step.id());

    assertThat(redelivered.state()).isEqualTo(State.PARKED);
    assertThat(redelivered.attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void opensTheNextPassInALoopAndTakesOverThePassOfATerminatedElement(TestDatabase database) {
    var sql = database.open().sql();
    var steps = new RobotSteps(sql, NINE);
    var deliveries = new StepDeliveries(sql, NINE);
    var run = aRun(sql);
    var first = deliveries.deliver(job(run, 101));
    steps.complete(first.id(), "{}");
    var second = deliveries.deliver(job(run, 102));
    deliveries.terminate(ENGINE, 102);

    var moved = deliveries.deliver(job(run, 103));
    var third = deliveries.deliver(job(run, 104));

    assertThat(first.pass()).isEqualTo(1);
    assertThat(second.pass()).isEqualTo(2);
    assertThat(moved.id()).isEqualTo(second.id());
    assertThat(moved.state()).isEqualTo(State.RUNNING);
    assertThat(moved.elementInstanceKey()).isEqualTo(103);
    assertThat(third.pass()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void listsOutcomesUntilTheEngineHasTakenThem(TestDatabase database) {
    var sql = database.open().sql();
    var steps = new RobotSteps(sql, NINE);
    var deliveries = new StepDeliveries(sql, NINE);
    var run = aRun(sql);
    var done = deliveries.deliver(job(run, 101));
    var failed = deliveries.deliver(job(run, 102));
    deliveries.deliver(job(run, 103));
    steps.complete(done.id(), "{}");
    steps.fail(failed.id(), "no such segment");

    assertThat(steps.unacknowledged(ENGINE, 10))
        .extracting(RobotStep::id)
        .containsExactlyInAnyOrder(done.id(), failed.id());
    steps.acknowledge(done.id());
    steps.acknowledge(failed.id());

    assertThat(steps.unacknowledged(ENGINE, 10)).isEmpty();
    assertThat(steps.unacknowledged(UUID.randomUUID(), 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void makesOneRowOfADeliveryThatArrivesEightTimesAtOnce(TestDatabase database) throws Exception {
    var sql = database.open().sql();
    var steps = new RobotSteps(sql, NINE);
    var deliveries = new StepDeliveries(sql, NINE);
    var run = aRun(sql);
    var together = new CountDownLatch(8);

    try (var pool = Executors.newFixedThreadPool(8)) {
      var rows =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  pool.submit(() -> {
                    together.countDown();
                    together.await();
                    return deliveries.deliver(job(run, 101)).id();
                  }))
              .toList();

      var first = rows.getFirst().get();
      for (var row : rows) {
        assertThat(row.get()).isEqualTo(first);
      }
    }
    assertThat(steps.ofRun(run)).hasSize(1);
  }

  private static UUID aRun(JdbcClient sql) {
    return ARun.aRun(sql, ARun.aJourney(sql, "deposit_daily", "<bpmn/>"));
  }

  private static StepDelivery job(UUID run, long elementInstanceKey) {
    return new StepDelivery(
        run, ENGINE, elementInstanceKey, "pull", "pull-audience", elementInstanceKey + 1000);
  }
}
