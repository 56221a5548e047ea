package io.waybot.runtime.journey.lint;

import io.waybot.db.calendar.SendingHours;
import io.waybot.db.content.Channels;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Set;

/** A send whose hour lies outside its channel's or its own hours: it moves, or never happens. */
@Checks(
    value = {"hours-unreadable", "send-never", "send-moved"},
    basis = Basis.BANK)
class QuietHoursRule implements LintRule {
  private static final int USUAL_HOURS = 24;

  private final Channels channels;

  QuietHoursRule(Channels channels) {
    this.channels = channels;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    plan.robots("dispatch").stream()
        .filter(send -> !send.input("hours").isEmpty())
        .filter(send -> !SendingHours.valid(send.input("hours")))
        .forEach(send ->
            findings.error(send.id(), "hours-unreadable", send.label(), send.input("hours")));
    var schedule = plan.settings().schedule();
    if (schedule == null) {
      return;
    }
    var waited = plan.drawing().certainBefore(step -> step.isWait() ? Set.of(step.id()) : Set.of());
    for (var send : plan.robots("dispatch")) {
      var time = schedule.time();
      for (var wait : waited.getOrDefault(send.id(), Set.of())) {
        var step = plan.drawing().find(wait);
        time = step == null ? time : time.plus(hours(step.pause()));
      }
      check(plan, send, time, findings);
    }
  }

  private void check(Plan plan, Step send, LocalTime time, Findings findings) {
    var channel = channels.find(send.input("channel"));
    if (channel.isEmpty()) {
      return;
    }
    var hours = hours(send, SendingHours.parse(channel.get().hours()));
    if (hours.allow(time)) {
      return;
    }
    var due = plan.today().atTime(time).atZone(ZoneOffset.UTC); // only the hours between matter
    var next = hours.nextAllowed(due, day -> true);
    if (next.isEmpty() || !next.get().isBefore(due.plusHours(sendWithin(send)))) {
      findings.error(send.id(), "send-never", send.label(), time.toString());
    } else {
      var then = next.get().toLocalTime().toString();
      findings.warning(send.id(), "send-moved", send.label(), time.toString(), then);
    }
  }

  /** A block can only be narrower than its channel. */
  private static SendingHours hours(Step send, SendingHours ofChannel) {
    var own = send.input("hours");
    return SendingHours.valid(own) ? ofChannel.and(SendingHours.parse(own)) : ofChannel;
  }

  private static int sendWithin(Step send) {
    var hours = send.input("sendByHours");
    return hours.matches("\\d{1,4}") ? Integer.parseInt(hours) : USUAL_HOURS;
  }

  /** The part of a wait that moves the time of day; days and business days do not. */
  private static Duration hours(@org.jspecify.annotations.Nullable String pause) {
    try {
      return pause == null || pause.startsWith("B") ? Duration.ZERO : Duration.parse(pause);
    } catch (DateTimeParseException unreadable) {
      return Duration.ZERO; // the settings refuse it
    }
  }
}
