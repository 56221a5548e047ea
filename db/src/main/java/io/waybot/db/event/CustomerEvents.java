package io.waybot.db.event;

import io.waybot.db.customer.CustomerStore;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What happened to customers: told by the bank, or derived by us. */
@Component
public class CustomerEvents {
  private static final String DETECTED = "detected";
  private static final String BY_API = "api";
  private static final int ROWS_AT_ONCE = 5_000;
  private static final String INSERT =
      "insert into customer_event (dataset, event_id, customer, code, at, amount_yuan, attributes)"
          + " values (?,?,?,?,?,?,?) on conflict do nothing";

  private final JdbcTemplate sql;
  private final CustomerStore customers;
  private final JsonMapper json;

  CustomerEvents(JdbcTemplate sql, CustomerStore customers, JsonMapper json) {
    this.sql = sql;
    this.customers = customers;
    this.json = json;
  }

  /**
   * An event as the bank tells it.
   *
   * @param id stable when it is told again
   * @param customer the bank's customer key
   * @param attributes JSON object
   */
  public record Told(
      String id,
      String customer,
      String code,
      Instant at,
      @Nullable BigDecimal amountYuan,
      @Nullable String attributes) {}

  /** An event that we derived; the same customer, code and moment are one event. */
  public record Detected(int customer, String code, Instant at) {}

  /** How many were new, known before, or of customers we do not know. */
  public record Counts(int accepted, int duplicate, int unknown) {}

  /** Stores all in one transaction; those of unknown customers are left out and counted. */
  @Transactional
  public Counts store(List<Told> events) {
    var numbers = customers.numbersOf(events.stream().map(Told::customer).distinct().toList());
    var known = events.stream().filter(event -> numbers.containsKey(event.customer())).toList();
    int accepted = 0;
    for (var event : known) {
      accepted +=
          sql.update(
              INSERT,
              BY_API,
              event.id(),
              numbers.get(event.customer()),
              event.code(),
              Timestamp.from(event.at()),
              event.amountYuan(),
              event.attributes());
    }
    return new Counts(accepted, known.size() - accepted, events.size() - known.size());
  }

  /** Stores what was derived; storing it again changes nothing. */
  public void add(List<Detected> events) {
    sql.batchUpdate(
        INSERT,
        events,
        ROWS_AT_ONCE,
        (row, event) -> {
          row.setString(1, DETECTED);
          row.setString(
              2, event.code() + "-" + event.customer() + "-" + event.at().getEpochSecond());
          row.setInt(3, event.customer());
          row.setString(4, event.code());
          row.setTimestamp(5, Timestamp.from(event.at()));
          row.setBigDecimal(6, null);
          row.setString(7, null);
        });
  }

  /**
   * Customers with at least so many such events from one moment (included) to another (excluded).
   *
   * @param attribute of the event that must have one of these values; no values: any event counts
   */
  public RoaringBitmap often(
      String code,
      int atLeast,
      String attribute,
      List<String> values,
      Instant from,
      Instant until) {
    var counts = new HashMap<Integer, Integer>();
    sql.query(
        "select customer, attributes from customer_event where code = ? and at >= ? and at < ?",
        row -> {
          if (values.isEmpty() || values.contains(value(row.getString(2), attribute))) {
            counts.merge(row.getInt(1), 1, Integer::sum);
          }
        },
        code,
        Timestamp.from(from),
        Timestamp.from(until));
    var often = new RoaringBitmap();
    counts.forEach((customer, times) -> {
      if (times >= atLeast) {
        often.add(customer);
      }
    });
    return often;
  }

  /** Empty where the event has no such attribute. */
  private String value(@Nullable String attributes, String name) {
    return attributes == null ? "" : json.readTree(attributes).path(name).asString("");
  }

  /** Customers with such an event from one moment (included) to another (excluded). */
  public RoaringBitmap of(String code, Instant from, Instant until) {
    var writer = RoaringBitmapWriter.writer().get();
    sql.query(
        "select customer from customer_event where code = ? and at >= ? and at < ?",
        row -> {
          writer.add(row.getInt(1));
        },
        code,
        Timestamp.from(from),
        Timestamp.from(until));
    return writer.get();
  }
}
