package io.waybot.runtime.rules;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Which date the bank works on, and how fresh its customers' data is. */
@Service
public class BusinessDate {
  private final BusinessCalendar calendar;
  private final DatasetCatalog catalog;
  private final Clock clock;

  BusinessDate(BusinessCalendar calendar, DatasetCatalog catalog, Clock clock) {
    this.calendar = calendar;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * @param dataOf date that the newest customer data describes; null before the first import
   * @param old the data is of before the last business day
   */
  public record Now(LocalDate date, boolean working, @Nullable LocalDate dataOf, boolean old) {}

  public Now now() {
    var date = LocalDate.now(clock);
    var dataOf = catalog.find(Dataset.CUSTOMERS).map(Dataset::dataDate).orElse(null);
    return new Now(
        date,
        calendar.isBusinessDay(date),
        dataOf,
        dataOf == null || dataOf.isBefore(calendar.previous(date)));
  }
}
