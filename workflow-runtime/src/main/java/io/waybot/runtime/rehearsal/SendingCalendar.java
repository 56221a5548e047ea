package io.waybot.runtime.rehearsal;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.runtime.access.Scope;
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
import java.util.stream.Stream;
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

  private final SendingPlans plans;
  private final Channels channels;
  private final BusinessCalendar calendar;
  private final Clock clock;

  SendingCalendar(SendingPlans plans, Channels channels, BusinessCalendar calendar, Clock clock) {
    this.plans = plans;
    this.channels = channels;
    this.calendar = calendar;
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
    var journeys = plans.of(scope);
    journeys.values().forEach(plan -> enter(plan, dates, days, sheet));
    return sheet.entrySet().stream()
        .map(entry -> day(entry.getKey(), days.works(entry.getKey()), entry.getValue(), journeys))
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
    var begun =
        plans.begun(plan.journeyId(), dates.getFirst().minusDays(LOOK_BACK_DAYS), dates.getFirst());
    var due = plans.due(plan.journeyId(), dates.getFirst(), dates.getLast());
    for (var date : due) {
      var day = sheet.get(date);
      if (day != null) {
        day.computeIfAbsent(plan.journeyId(), id -> new TreeMap<>());
      }
    }
    for (var run : Stream.concat(begun.stream(), due.stream()).toList()) {
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
}
