package io.waybot.runtime.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many customers opted out lately, so that an unusual week is seen. */
@Component
public class OptOutWeeks {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int FEW = 10;
  private final JdbcClient sql;
  private final Clock clock;

  OptOutWeeks(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Customers who said stop in the last seven days, and in the seven days before. */
  public record Count(int last, int before) {
    /** More than twice as many as the week before; a handful is never unusual. */
    public boolean unusual() {
      return last > FEW && last > 2 * before;
    }
  }

  /** Of the whole bank. */
  public Count count() {
    var now = clock.instant();
    return new Count(
        between(now.minus(WEEK), now), between(now.minus(WEEK).minus(WEEK), now.minus(WEEK)));
  }

  private int between(Instant from, Instant until) {
    return sql.sql("select count(distinct customer) from opt_out where at > ? and at <= ?")
        .params(Timestamp.from(from), Timestamp.from(until))
        .query(Integer.class)
        .single();
  }
}
