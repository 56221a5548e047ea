package io.waybot.runtime.rehearsal;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.rehearsal.SendingDay.Basis;
import io.waybot.runtime.schedule.ScheduleService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The next business days with the volume each channel is expected to carry: every live journey's
 * schedule, and what its last run sent, or its last rehearsal would have.
 */
@Component
public class SendingCalendar {
  /** Waits are shorter: runs that began earlier send nothing more. */
  private static final int LOOK_BACK_DAYS = 40;

  private static final int LONGEST_DAYS = 120;

  private final ScheduleService schedule;
  private final PictureRows rows;
  private final JourneyLinter linter;
  private final Channels channels;
  private final BusinessCalendar calendar;
  private final JdbcClient sql;
  private final Clock clock;

  SendingCalendar(
      ScheduleService schedule,
      PictureRows rows,
      JourneyLinter linter,
      Channels channels,
      BusinessCalendar calendar,
      JdbcClient sql,
      Clock clock) {
    this.schedule = schedule;
    this.rows = rows;
    this.linter = linter;
    this.channels = channels;
    this.calendar = calendar;
    this.sql = sql;
    this.clock = clock;
  }

  /** Channels that a day may be too much for, in the bank's order. */
  public List<Channel> channels() {
    return channels.all().stream().filter(Channel::connected).toList();
  }

  /**
   * So many business days from today on, and the days between them on which something is sent.
   *
   * @param scope journeys of other units are left out, as are their contacts
   */
  public List<SendingDay> next(int businessDays, Scope scope) {
    var today = LocalDate.now(clock);
    var days =
        new WorkingDays(calendar, today.minusDays(LOOK_BACK_DAYS), today.plusDays(LONGEST_DAYS));
    var dates = new ArrayList<LocalDate>();
    int left = businessDays;
    for (var date = today; left > 0; date = date.plusDays(1)) {
      dates.add(date);
      left -= days.works(date) ? 1 : 0;
    }
    var sheet = new LinkedHashMap<LocalDate, Map<UUID, Map<String, Integer>>>();
    dates.forEach(date -> sheet.put(date, new LinkedHashMap<>()));
    var plans = plans(scope);
    plans.values().forEach(plan -> enter(plan, dates, days, sheet));
    return sheet.entrySet().stream()
        .map(entry -> day(entry.getKey(), days.works(entry.getKey()), entry.getValue(), plans))
        .filter(day -> day.businessDay() || !day.journeys().isEmpty())
        .toList();
  }

  private void enter(
      SendingPlan plan,
      List<LocalDate> dates,
      WorkingDays days,
      Map<LocalDate, Map<UUID, Map<String, Integer>>> sheet) {
    var byCode =
        channels.all().stream().collect(Collectors.toMap(Channel::code, Function.identity()));
    var runs = new ArrayList<>(begun(plan.journeyId(), dates.getFirst()));
    for (var date : schedule.dates(plan.journeyId(), dates.getFirst(), dates.getLast())) {
      runs.add(date);
      var day = sheet.get(date);
      if (day != null) {
        day.computeIfAbsent(plan.journeyId(), id -> new TreeMap<>());
      }
    }
    for (var run : runs) {
      plan.of(
          run,
          byCode,
          days,
          (date, channel, customers) -> {
            var day = sheet.get(date);
            if (day != null && customers > 0) {
              day.computeIfAbsent(plan.journeyId(), id -> new TreeMap<>())
                  .merge(channel, customers, Integer::sum);
            }
          });
    }
  }

  /** Dates of runs that have begun before and go on. */
  private List<LocalDate> begun(UUID journey, LocalDate today) {
    return sql.sql(
            "select business_date from run where journey_id = ? and kind = 'DAILY' and state in"
                + " ('STARTING', 'RUNNING', 'WAITING_DATA', 'INCIDENT') and business_date < ? and"
                + " business_date >= ?")
        .params(journey, today, today.minusDays(LOOK_BACK_DAYS))
        .query((row, i) -> row.getObject(1, LocalDate.class))
        .list();
  }

  private SendingDay day(
      LocalDate date,
      boolean works,
      Map<UUID, Map<String, Integer>> byJourney,
      Map<UUID, SendingPlan> plans) {
    var sums = new TreeMap<String, Integer>();
    var shares = new ArrayList<SendingDay.JourneyShare>();
    byJourney.forEach((id, sends) -> {
      sends.forEach((channel, customers) -> sums.merge(channel, customers, Integer::sum));
      var plan = plans.get(id);
      if (plan != null) {
        shares.add(
            new SendingDay.JourneyShare(id, plan.nameZh(), plan.nameEn(), sends, plan.basis()));
      }
    });
    return new SendingDay(date, works, sums, shares);
  }

  private Map<UUID, SendingPlan> plans(Scope scope) {
    return sql
        .sql(
            "select j.id, j.name_zh, j.name_en, v.bpmn from journey j join journey_version v on"
                + " v.id = j.live_version_id join org_unit o on o.code = j.owner_org where not"
                + " j.paused and o.path like ? order by j.journey_key")
        .param(scope.like())
        .query((row, i) -> {
          var id = row.getObject(1, UUID.class);
          var judged = judgedBy(id);
          return new SendingPlan(
              id,
              row.getString(2),
              row.getString(3),
              linter.ways(row.getString(4)),
              judged == null ? List.of() : rows.sends(judged.run()),
              judged == null ? Basis.UNKNOWN : judged.basis());
        })
        .stream()
        .collect(
            Collectors.toMap(
                SendingPlan::journeyId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private record Judged(UUID run, Basis basis) {}

  /** The newest run that went to its end, else the newest rehearsal; null: neither. */
  private @Nullable Judged judgedBy(UUID journey) {
    return sql.sql(
            "select id, kind from run where journey_id = ? and state = 'FINISHED' order by case"
                + " when kind = 'REHEARSAL' then 1 else 0 end, started_at desc limit 1")
        .param(journey)
        .query((row, i) ->
            new Judged(
                row.getObject(1, UUID.class),
                row.getString(2).equals("REHEARSAL") ? Basis.REHEARSAL : Basis.RUN))
        .optional()
        .orElse(null);
  }
}
