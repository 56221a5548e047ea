package io.waybot.runtime.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.waybot.db.run.StepDeliveries;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.monitor.EngineBatch.Event;
import io.waybot.runtime.run.RunStates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EngineEventsTest {
  private static final UUID ENGINE = UUID.fromString("00000000-0000-0000-0000-00000000000e");
  private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
  private static final long SENT = 1_000_000;

  private final StepDeliveries steps = mock(StepDeliveries.class);
  private final RunStates runs = mock(RunStates.class);

  @ParameterizedTest
  @EnumSource
  void countsABatchOnceHoweverOftenItIsSent(TestDatabase database) {
    var sql = database.open().sql();
    var events = events(sql);
    var batch = batch(13, entered(10, 100), entered(11, 101), taken(12), left(13, 101));

    events.take(ENGINE, batch);
    events.take(ENGINE, batch);
    events.take(ENGINE, batch(14, left(13, 101), taken(14)));

    assertThat(sql.sql("select count(*) from engine_element").query(Integer.class).single())
        .isEqualTo(1);
    assertThat(sql.sql("select taken from engine_flow").query(Integer.class).single()).isEqualTo(2);
    assertThat(sql.sql("select position from engine_position").query(Long.class).single())
        .isEqualTo(14);
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheEventsOfTwoEnginesWithEqualKeysApart(TestDatabase database) {
    var sql = database.open().sql();
    var events = events(sql);

    events.take(ENGINE, batch(11, entered(10, 100), entered(11, 101)));
    events.take(UUID.randomUUID(), batch(11, entered(10, 100), entered(11, 101)));

    assertThat(sql.sql("select count(*) from engine_instance").query(Integer.class).single())
        .isEqualTo(2);
    assertThat(sql.sql("select count(*) from engine_element").query(Integer.class).single())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheRunWhenItsInstanceEndsAndWhenItsLastIncidentIsSolved(TestDatabase database) {
    var sql = database.open().sql();
    var events = events(sql);

    events.take(
        ENGINE,
        batch(12, entered(10, 100), incident(11, "CREATED", 7), incident(12, "CREATED", 8)));
    events.take(ENGINE, batch(13, incident(13, "RESOLVED", 7)));
    verify(runs, times(0)).incidentsSolved(ENGINE, 100);
    events.take(ENGINE, batch(15, incident(14, "RESOLVED", 8), left(15, 100)));

    verify(runs).incidentsSolved(ENGINE, 100);
    verify(runs).instanceEnded(ENGINE, 100, true);
    assertThat(sql.sql("select state from engine_instance").query(String.class).single())
        .isEqualTo("COMPLETED");
  }

  @ParameterizedTest
  @EnumSource
  void datesAnEventByItsAgeBecauseTheBanksClockShowsAnotherTime(TestDatabase database) {
    var sql = database.open().sql();
    var old =
        new Event(
            10,
            SENT - 60_000,
            "ELEMENT",
            "ELEMENT_ACTIVATING",
            "p",
            1,
            100,
            100,
            "p",
            "PROCESS",
            null,
            null,
            null,
            null);

    events(sql).take(ENGINE, batch(10, old));

    var started =
        sql.sql("select started_at from engine_instance")
            .query((row, i) -> row.getTimestamp(1).toInstant())
            .single();
    assertThat(started).isEqualTo(NINE.minusSeconds(60));
  }

  private EngineEvents events(JdbcClient sql) {
    return new EngineEvents(
        sql,
        new ElementTable(sql),
        new IncidentTable(sql),
        steps,
        runs,
        Clock.fixed(NINE, ZoneOffset.UTC));
  }

  private static EngineBatch batch(long last, Event... events) {
    return new EngineBatch(1, last, SENT, List.of(events));
  }

  private static Event entered(long position, long key) {
    return event(position, "ELEMENT_ACTIVATING", key, "pull");
  }

  private static Event left(long position, long key) {
    return event(position, "ELEMENT_COMPLETED", key, "pull");
  }

  private static Event taken(long position) {
    return event(position, "SEQUENCE_FLOW_TAKEN", 500 + position, "f1");
  }

  private static Event event(long position, String intent, long key, String elementId) {
    return new Event(
        position,
        SENT,
        "ELEMENT",
        intent,
        "deposit_daily",
        1,
        100,
        key,
        elementId,
        "SERVICE_TASK",
        null,
        null,
        null,
        null);
  }

  private static Event incident(long position, String intent, long key) {
    return new Event(
        position,
        SENT,
        "INCIDENT",
        intent,
        "deposit_daily",
        1,
        100,
        101,
        "pull",
        null,
        key,
        55L,
        "JOB_NO_RETRIES",
        "no segment");
  }
}
