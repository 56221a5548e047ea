package io.waybot.db.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The holiday notices shipped inside the product: one file per year, 调休 workdays included. */
final class ShippedHolidays {
  private static final List<Integer> YEARS = List.of(2025, 2026);

  /** A day that is not what its weekday says. */
  record Day(String name, LocalDate date, boolean isOffDay) {}

  private record Year(int year, List<String> papers, List<Day> days) {}

  private final JsonMapper json;

  ShippedHolidays(JsonMapper json) {
    this.json = json;
  }

  Stream<Day> days() {
    return YEARS.stream().flatMap(year -> read(year).days().stream());
  }

  private Year read(int year) {
    var name = "cn-holidays-" + year + ".json";
    try (var in = ShippedHolidays.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + name);
      }
      return json.readerFor(Year.class)
          .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(in);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
