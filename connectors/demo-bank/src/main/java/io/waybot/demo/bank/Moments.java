package io.waybot.demo.bank;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** When things happened in the demo bank: always a fixed offset before D0, in the bank's zone. */
final class Moments {
  /** Days before D0 in which a dealt event may lie; the queue ticket is drawn on D0 itself. */
  private static final Map<String, Integer> WINDOWS =
      Map.ofEntries(
          Map.entry("E01", 5),
          Map.entry("E02", 5),
          Map.entry("E03", 15),
          Map.entry("E04", 5),
          Map.entry("E05", 7),
          Map.entry("E06", 7),
          Map.entry("E07", 3),
          Map.entry("E08", 3),
          Map.entry("E09", 3),
          Map.entry("E10", 7),
          Map.entry("E11", 5),
          Map.entry("E12", 15),
          Map.entry("E13", 7),
          Map.entry("E14", 30),
          Map.entry("E15", 7),
          Map.entry("E16", 3),
          Map.entry("E17", 3),
          Map.entry("E18", 3),
          Map.entry("E19", 2),
          Map.entry("E20", 1),
          Map.entry("E21", 1),
          Map.entry("E22", 3),
          Map.entry("E23", 30),
          Map.entry("E24", 30),
          Map.entry("E25", 3),
          Map.entry("E26", 15),
          Map.entry("E27", 5),
          Map.entry("E28", 3),
          Map.entry("E29", 7),
          Map.entry("E30", 0),
          Map.entry("E31", 5));

  private Moments() {}

  static int window(String event) {
    var days = WINDOWS.get(event);
    if (days == null) {
      throw new IllegalArgumentException("no such event: " + event);
    }
    return days;
  }

  /** Between 09:30 and 20:30 of a past day; ISO with the offset. */
  static String during(LocalDate date, double u) {
    return at(date, 9 * 3600 + 1800, 11 * 3600, u);
  }

  /** In the half hour before the demo clock starts. */
  static String thisMorning(LocalDate date, double u) {
    return at(date, 8 * 3600 + 1800, 1800, u);
  }

  private static String at(LocalDate date, int fromSecond, int seconds, double u) {
    var moment =
        date.atStartOfDay(ZoneOffset.ofHours(8)).plusSeconds(fromSecond + (int) (u * seconds));
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
  }
}
