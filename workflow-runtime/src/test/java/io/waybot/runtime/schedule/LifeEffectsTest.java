package io.waybot.runtime.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.journey.JourneyService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class LifeEffectsTest {
  private static final UUID JOURNEY = UUID.fromString("00000000-0000-0000-0000-00000000000a");
  private static final UUID VERSION = UUID.fromString("00000000-0000-0000-0000-00000000000b");
  private static final UUID RUNNING = UUID.fromString("00000000-0000-0000-0000-00000000000c");
  private static final UUID FINISHED = UUID.fromString("00000000-0000-0000-0000-00000000000d");
  private static final UUID REHEARSED = UUID.fromString("00000000-0000-0000-0000-00000000000e");
  private static final Clock FRIDAY_NOON =
      Clock.fixed(Instant.parse("2026-11-20T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @EnumSource
  void tellsWhichRunWillNotHappenAndWhatGoesOn(TestDatabase database) {
    var db = database.open();
    journey(db, false);
    run(db, RUNNING, "DAILY", "2026-11-20", "RUNNING");
    run(db, FINISHED, "DAILY", "2026-11-19", "FINISHED");
    run(db, REHEARSED, "REHEARSAL", "2026-11-20", "RUNNING");
    send(db, RUNNING, 1, "sms", "PENDING");
    send(db, RUNNING, 2, "sms", "CLAIMED");
    send(db, RUNNING, 3, "sms", "SENT");
    send(db, RUNNING, 4, "branch", "PENDING");
    send(db, REHEARSED, 5, "sms", "PENDING");

    var effect = effects(db).of(JOURNEY);

    assertThat(effect.next()).isNotNull();
    assertThat(effect.next().at()).isEqualTo("2026-11-23T01:00:00Z");
    assertThat(effect.missed()).isEmpty();
    assertThat(effect.running()).isEqualTo(1);
    assertThat(effect.unsent()).isEqualTo(2);
    assertThat(effect.openLeads()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void tellsThatAMissedRunStartsAtOnceWhenAPausedJourneyGoesOn(TestDatabase database) {
    var db = database.open();
    journey(db, true);
    run(db, FINISHED, "DAILY", "2026-11-18", "FINISHED");

    var effect = effects(db).of(JOURNEY);

    assertThat(effect.missed()).containsExactly(LocalDate.of(2026, 11, 20));
    assertThat(effect.running()).isZero();
  }

  private static LifeEffects effects(TestDatabase.Access db) {
    var calendar = new BusinessCalendar(db.sql(), db.batch(), JsonMapper.builder().build());
    calendar.seed();
    return new LifeEffects(
        mock(JourneyService.class),
        new ScheduledJourneys(db.sql()),
        new DueDates(calendar, FRIDAY_NOON),
        db.sql());
  }

  private static void journey(TestDatabase.Access db, boolean paused) {
    db.sql()
        .sql(
            "insert into org_unit (code, level, name_zh, name_en, path)"
                + " values ('00', 'HEAD_OFFICE', '总行', 'Head office', '/00/')")
        .update();
    db.sql()
        .sql(
            "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
                + " live_version_id, paused, experiment_salt, created_at, version) values (?,"
                + " 'daily', '每日', 'Daily', '00', 'planner', ?, ?, 's', current_timestamp, 1)")
        .params(JOURNEY, VERSION, paused)
        .update();
    db.sql()
        .sql(
            "insert into journey_version (id, journey_id, version_no, revision, state, bpmn,"
                + " settings, author, saved_at, deployed_at) values (?, ?, 1, 1, 'LIVE', '<x/>', ?,"
                + " 'planner', current_timestamp, timestamp with time zone '2026-11-02"
                + " 09:00:00+00:00')")
        .params(
            VERSION,
            JOURNEY,
            "{\"schedule\":{\"time\":\"09:00\",\"days\":\"BUSINESS_DAYS\",\"missed\":\"LAST\"}}")
        .update();
  }

  private static void run(TestDatabase.Access db, UUID id, String kind, String date, String state) {
    db.sql()
        .sql(
            "insert into run (id, journey_id, journey_version_id, business_date, kind, attempt,"
                + " state, scope_run_id, parameters, started_by, started_at, state_changed_at,"
                + " version) values (?, ?, ?, ?, ?, 1, ?, ?, '{}', 'schedule', current_timestamp,"
                + " current_timestamp, 1)")
        .params(id, JOURNEY, VERSION, LocalDate.parse(date), kind, state, id)
        .update();
  }

  private static void send(
      TestDatabase.Access db, UUID run, int customer, String channel, String state) {
    db.sql()
        .sql(
            "insert into dispatch (id, scope_run_id, step, customer, channel, run_id,"
                + " idempotency_key, content_code, content_version, language, state,"
                + " send_by, attempts, cost_yuan, created_at) values (?, ?, 'send#1', ?, ?, ?, ?,"
                + " 'C01', 1, 'zh', ?, current_timestamp, 0, 0,"
                + " current_timestamp)")
        .params(UUID.randomUUID(), run, customer, channel, run, run + "/" + customer, state)
        .update();
  }
}
