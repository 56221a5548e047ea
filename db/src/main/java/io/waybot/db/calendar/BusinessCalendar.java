package io.waybot.db.calendar;

import jakarta.annotation.PostConstruct;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bank's working days. Table {@code business_day} holds every day that is not what its weekday
 * says: public holidays, 调休 workdays, days of mourning. The shipped years are put there once and
 * what the bank changed is never overwritten. A year without any row knows weekends and the
 * holidays of fixed date only; {@link #knows} says so and screens warn.
 */
@Component
public class BusinessCalendar {
  /** The note of a day on which the bank works but does not advertise. */
  public static final String MOURNING = "MOURNING";

  private static final Set<MonthDay> FIXED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3));

  /** A day with its reason, null for an ordinary weekday or weekend. */
  public record Day(LocalDate date, boolean working, @Nullable String note) {}

  private final JdbcClient sql;
  private final JdbcTemplate batch;
  private final ShippedHolidays shipped;

  public BusinessCalendar(JdbcClient sql, JdbcTemplate batch, JsonMapper json) {
    this.sql = sql;
    this.batch = batch;
    this.shipped = new ShippedHolidays(json);
  }

  /** Puts the shipped years into the table; days already there stay as they are. */
  @PostConstruct
  public void seed() {
    batch.batchUpdate(
        "insert into business_day (calendar_date, working, note) values (?,?,?) on conflict do"
            + " nothing",
        shipped.days().toList(),
        200,
        (row, day) -> {
          row.setObject(1, day.date());
          row.setBoolean(2, !day.isOffDay());
          row.setString(3, day.name());
        });
  }

  public boolean isBusinessDay(LocalDate date) {
    return sql.sql("select working from business_day where calendar_date = ?")
        .param(date)
        .query(Boolean.class)
        .optional()
        .orElseGet(() -> worksByRule(date));
  }

  /** The first business day after {@code date}. */
  public LocalDate next(LocalDate date) {
    return date.plusDays(1)
        .datesUntil(date.plusDays(60))
        .filter(this::isBusinessDay)
        .findFirst()
        .orElseThrow();
  }

  /** The last business day before {@code date}. */
  public LocalDate previous(LocalDate date) {
    var day = date.minusDays(1);
    while (!isBusinessDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  /** The day {@code days} business days after {@code date}; 0 is {@code date} itself. */
  public LocalDate plus(LocalDate date, int days) {
    var day = date;
    for (int i = 0; i < days; i++) {
      day = next(day);
    }
    return day;
  }

  /** No marketing on Qingming itself and on days of mourning. */
  public boolean allowsMarketing(LocalDate date) {
    if (date.equals(qingming(date.getYear()))) {
      return false;
    }
    return sql.sql("select count(*) from business_day where calendar_date = ? and note = ?")
            .params(date, MOURNING)
            .query(Integer.class)
            .single()
        == 0;
  }

  /** Whether the year's holiday notice is in the table. */
  public boolean knows(int year) {
    return sql.sql("select count(*) from business_day where calendar_date between ? and ?")
            .params(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Every day from {@code from} to {@code to}, both included, in order. */
  public List<Day> days(LocalDate from, LocalDate to) {
    var known = new TreeMap<LocalDate, Day>();
    sql.sql(
            "select calendar_date, working, note from business_day where calendar_date between ?"
                + " and ?")
        .params(from, to)
        .query((row, i) ->
            new Day(row.getObject(1, LocalDate.class), row.getBoolean(2), row.getString(3)))
        .list()
        .forEach(day -> known.put(day.date(), day));
    return from.datesUntil(to.plusDays(1))
        .map(date -> known.getOrDefault(date, new Day(date, worksByRule(date), null)))
        .toList();
  }

  /**
   * Declares a day, for instance a bank holiday or a day of mourning; the caller writes the audit.
   */
  public void declare(LocalDate date, boolean working, @Nullable String note) {
    int changed =
        batch.update(
            "update business_day set working = ?, note = ? where calendar_date = ?",
            working,
            note,
            date);
    if (changed == 0) {
      batch.update(
          "insert into business_day (calendar_date, working, note) values (?,?,?)",
          date,
          working,
          note);
    }
  }

  private static boolean worksByRule(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY
        && date.getDayOfWeek() != DayOfWeek.SUNDAY
        && !FIXED.contains(MonthDay.from(date));
  }

  /** Qingming by the formula for the 21st century: 4 or 5 April. */
  static LocalDate qingming(int year) {
    int y = year % 100;
    return LocalDate.of(year, 4, (int) (y * 0.2422 + 4.81) - y / 4);
  }
}
