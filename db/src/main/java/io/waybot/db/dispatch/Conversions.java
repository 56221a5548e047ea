package io.waybot.db.dispatch;

import io.waybot.db.customer.CustomerStore;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers bought, by the bank's own books: of anybody, contacted or not. */
@Component
public class Conversions {

  /**
   * @param id the bank's id of the sale, stable when it is reported again
   * @param customer the bank's customer key
   */
  public record Conversion(
      String id, String customer, String product, Instant at, @Nullable BigDecimal amountYuan) {}

  /** How many were new, known before, or of customers we do not know. */
  public record Counts(int accepted, int duplicate, int unknown) {}

  private final JdbcTemplate sql;
  private final CustomerStore customers;
  private final Clock clock;

  public Conversions(JdbcTemplate sql, CustomerStore customers, Clock clock) {
    this.sql = sql;
    this.customers = customers;
    this.clock = clock;
  }

  /** Stores all in one transaction; those of unknown customers are kept apart. */
  @Transactional
  public Counts store(List<Conversion> conversions) {
    var numbers =
        customers.numbersOf(conversions.stream().map(Conversion::customer).distinct().toList());
    var now = Timestamp.from(clock.instant());
    int accepted = 0;
    int duplicate = 0;
    int unknown = 0;
    for (var c : conversions) {
      var number = numbers.get(c.customer());
      int stored =
          sql.update(
              "insert into conversion (id, customer, customer_key, product_code, at, amount_yuan,"
                  + " received_at) values (?,?,?,?,?,?,?) on conflict do nothing",
              c.id(),
              number,
              c.customer(),
              c.product(),
              Timestamp.from(c.at()),
              c.amountYuan() == null ? BigDecimal.ZERO : c.amountYuan(),
              now);
      if (stored == 0) {
        duplicate++;
      } else if (number == null) {
        unknown++;
      } else {
        accepted++;
      }
    }
    return new Counts(accepted, duplicate, unknown);
  }
}
