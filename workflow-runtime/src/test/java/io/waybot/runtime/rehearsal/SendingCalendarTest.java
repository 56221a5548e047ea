package io.waybot.runtime.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.waybot.db.bank.OrgUnits;
import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.content.Channels;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.run.ARun;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.schedule.ScheduleService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

class SendingCalendarTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Clock NINE =
      Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
  private final ScheduleService schedule = mock();

  @ParameterizedTest
  @EnumSource
  void putsEachWaveOnTheDayOnWhichItsWaitsAreOver(TestDatabase database) throws IOException {
    var calendar = bank(database, true);

    var days = calendar.next(30, new Scope("/"));

    assertThat(days.stream().filter(SendingDay::businessDay)).hasSize(30);
    assertThat(of(days, FRIDAY)).isEqualTo(Map.of("sms", 3));
    // Friday's second wave waits three days; push is sent on any day, but Monday is the day
    assertThat(of(days, FRIDAY.plusDays(3))).isEqualTo(Map.of("sms", 3, "push", 2));
    assertThat(of(days, FRIDAY.plusDays(6))).isEqualTo(Map.of("push", 2)); // Monday's
    assertThat(days.getFirst().journeys())
        .singleElement()
        .extracting(SendingDay.JourneyShare::basis)
        .isEqualTo(SendingDay.Basis.RUN);
  }

  @ParameterizedTest
  @EnumSource
  void listsAJourneyThatNeverRanWithoutAVolume(TestDatabase database) throws IOException {
    var calendar = bank(database, false);

    var first = calendar.next(30, new Scope("/")).getFirst();

    assertThat(first.channels()).isEmpty();
    assertThat(first.journeys())
        .singleElement()
        .extracting(SendingDay.JourneyShare::basis)
        .isEqualTo(SendingDay.Basis.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void showsNothingOfJourneysOfOtherUnits(TestDatabase database) throws IOException {
    var calendar = bank(database, true);

    assertThat(calendar.next(30, new Scope("/00/11/")))
        .hasSize(30)
        .allMatch(day -> day.journeys().isEmpty() && day.channels().isEmpty());
  }

  private static Map<String, Integer> of(List<SendingDay> days, LocalDate date) {
    return days.stream()
        .filter(day -> day.date().equals(date))
        .findFirst()
        .orElseThrow()
        .channels();
  }

  /** The starter journey; its runs are due on this Friday and on Monday. */
  private SendingCalendar bank(TestDatabase database, boolean ran) throws IOException {
    var db = database.open();
    var sql = db.sql();
    var journey = ARun.aJourney(sql, "deposit_daily", starter());
    when(schedule.dates(eq(journey.id()), any(), any()))
        .thenReturn(List.of(FRIDAY, FRIDAY.plusDays(3)));
    if (ran) {
      var run = ARun.aRun(sql, journey);
      sql.sql("update run set state = 'FINISHED'").update();
      for (int customer = 1; customer <= 3; customer++) {
        dispatch(db, run, "sms#1", "sms", customer);
      }
      dispatch(db, run, "push_second#1", "push", 1);
      dispatch(db, run, "push_second#1", "push", 2);
    }
    var channels = new Channels(sql, db.batch());
    var rows =
        new PictureRows(
            new TestStores(db, NINE).audiences(),
            mock(CustomerStore.class),
            channels,
            mock(OrgUnits.class),
            sql);
    var days = new BusinessCalendar(sql, db.batch(), JsonMapper.shared());
    days.seed();
    var plans =
        new SendingPlans(
            schedule, rows, Mockito.mock(JourneyLinter.class, Mockito.CALLS_REAL_METHODS), sql);
    return new SendingCalendar(plans, channels, days, NINE);
  }

  private static void dispatch(
      TestDatabase.Access db, UUID run, String step, String channel, int customer) {
    var at = Timestamp.from(NINE.instant());
    db.sql()
        .sql(
            "insert into dispatch (id, scope_run_id, step, customer, channel, run_id,"
                + " idempotency_key, content_code, content_version, language, state,"
                + " send_by, attempts, cost_yuan, created_at) values"
                + " (?,?,?,?,?,?,?,'C01',1,'zh','SENT',?,1,0,?)")
        .params(UUID.randomUUID(), run, step, customer, channel, run, step + customer, at, at)
        .update();
  }

  private static String starter() throws IOException {
    try (var file = SendingCalendarTest.class.getResourceAsStream("/journeys/deposit-daily.bpmn")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
