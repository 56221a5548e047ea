package io.waybot.db.calendar;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The hours at which a channel may speak, local time: {@code 08:00-21:00} or {@code
 * 10:00-12:00,14:00-19:00}; the end is excluded, {@code 24:00} is the end of the day.
 */
public final class SendingHours {
  private static final int DAYS_AHEAD = 30;

  private record Span(int fromMinute, int untilMinute) {}

  private final List<Span> spans;

  private SendingHours(List<Span> spans) {
    this.spans = spans;
  }

  /**
   * @throws IllegalArgumentException if the text is not a list of rising, non-empty spans
   */
  public static SendingHours parse(String text) {
    var spans = new ArrayList<Span>();
    for (var part : text.split(",")) {
      var ends = part.strip().split("-");
      if (ends.length != 2) {
        throw new IllegalArgumentException("not hours: " + text);
      }
      var span = new Span(minute(ends[0]), minute(ends[1]));
      if (span.untilMinute <= span.fromMinute
          || (!spans.isEmpty() && span.fromMinute < spans.getLast().untilMinute)) {
        throw new IllegalArgumentException("not hours: " + text);
      }
      spans.add(span);
    }
    return new SendingHours(List.copyOf(spans));
  }

  /** Whether the text can be read as hours. */
  public static boolean valid(String text) {
    try {
      parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int minute(String text) {
    var clean = text.strip();
    if (clean.equals("24:00")) {
      return 24 * 60;
    }
    try {
      var time = LocalTime.parse(clean);
      return time.getHour() * 60 + time.getMinute();
    } catch (java.time.format.DateTimeParseException e) {
      throw new IllegalArgumentException("not hours: " + text, e);
    }
  }

  /** The hours of both; possibly none at all, which allow nothing. */
  public SendingHours and(SendingHours other) {
    var both = new ArrayList<Span>();
    for (var ours : spans) {
      for (var theirs : other.spans) {
        int from = Math.max(ours.fromMinute, theirs.fromMinute);
        int until = Math.min(ours.untilMinute, theirs.untilMinute);
        if (from < until) {
          both.add(new Span(from, until));
        }
      }
    }
    return new SendingHours(both);
  }

  /** Whether a call may begin at this local time of day. */
  public boolean allow(LocalTime time) {
    int minute = time.getHour() * 60 + time.getMinute();
    return spans.stream().anyMatch(s -> s.fromMinute <= minute && minute < s.untilMinute);
  }

  /**
   * The first allowed minute at or after {@code now} on a day that {@code dayAllowed} accepts;
   * {@code now} itself when it is allowed; empty if there is none within 30 days.
   */
  public Optional<ZonedDateTime> nextAllowed(
      ZonedDateTime now, Predicate<java.time.LocalDate> dayAllowed) {
    if (allow(now.toLocalTime()) && dayAllowed.test(now.toLocalDate())) {
      return Optional.of(now);
    }
    for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      var date = now.toLocalDate().plusDays(ahead);
      if (!dayAllowed.test(date)) {
        continue;
      }
      for (var span : spans) {
        var start = date.atTime(span.fromMinute / 60, span.fromMinute % 60).atZone(now.getZone());
        if (start.isAfter(now)) {
          return Optional.of(start);
        }
      }
    }
    return Optional.empty();
  }
}
