package io.waybot.runtime.clock;

import io.waybot.db.calendar.BusinessCalendar;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The demo bank's clock: it starts on D0, the last business day before the first start, at 09:00,
 * ticks while Waybot runs, stands still while it does not, and can be moved forward, never back.
 */
public final class DemoClock extends Clock {
  private static final String TIME = "demo.clock";
  private static final String D0 = "demo.d0";
  private static final String AHEAD = "demo.ahead";
  private static final String BY = "demo";
  private static final LocalTime OPENING = LocalTime.of(9, 0);
  private static final Duration REMEMBERED_EVERY = Duration.ofSeconds(5);

  private final JdbcClient sql;
  private final ZoneId zone;
  private final LocalDate d0;
  private final Clock machine;
  private volatile Anchor anchor;
  private volatile Duration ahead;

  private record Anchor(Instant bank, long nanos) {
    Instant now() {
      return bank.plusNanos(System.nanoTime() - nanos);
    }
  }

  DemoClock(JdbcClient sql, BusinessCalendar calendar, Clock machine) {
    this.sql = sql;
    this.machine = machine;
    this.zone = machine.getZone();
    this.ahead = read(AHEAD).map(Duration::parse).orElse(Duration.ZERO);
    this.d0 =
        read(D0).map(LocalDate::parse).orElseGet(() -> calendar.previous(LocalDate.now(machine)));
    var start =
        read(TIME)
            .map(text -> Instant.parse(text).plus(REMEMBERED_EVERY)) // after a kill, not backwards
            .orElseGet(() -> d0.atTime(OPENING).atZone(zone).toInstant());
    this.anchor = new Anchor(start, System.nanoTime());
    write(D0, d0.toString(), start);
    write(TIME, start.toString(), start);
  }

  /** The demo's first business date; all its data is dealt around it. */
  public LocalDate d0() {
    return d0;
  }

  /**
   * Moves the clock forward.
   *
   * @throws IllegalArgumentException if {@code to} is not later than now
   */
  public synchronized void moveTo(Instant to) {
    if (!to.isAfter(instant())) {
      throw new IllegalArgumentException("the demo clock only moves forward");
    }
    var moved = ahead.plus(Duration.between(instant(), to));
    write(AHEAD, moved.toString(), to);
    write(TIME, to.toString(), to);
    ahead = moved;
    anchor = new Anchor(to, System.nanoTime());
  }

  /**
   * What a clock shows that went along with all moves and otherwise with the machine's: the
   * engine's, which keeps what is due as moments of its own clock.
   */
  public Instant machineTimeWithMoves() {
    return machine.instant().plus(ahead);
  }

  @Scheduled(fixedDelay = 5_000)
  synchronized void remember() {
    var now = instant();
    write(TIME, now.toString(), now);
  }

  @Override
  public Instant instant() {
    return anchor.now();
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new InZone(this, other);
  }

  private static final class InZone extends Clock {
    private final DemoClock clock;
    private final ZoneId zone;

    InZone(DemoClock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new InZone(clock, other);
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }
  }

  private Optional<String> read(String name) {
    return sql.sql("select text from setting where name = ?")
        .param(name)
        .query(String.class)
        .optional();
  }

  private void write(String name, String text, Instant at) {
    var when = Timestamp.from(at);
    int changed =
        sql.sql("update setting set text = ?, changed_at = ?, changed_by = ? where name = ?")
            .params(text, when, BY, name)
            .update();
    if (changed == 0) {
      sql.sql("insert into setting (name, text, changed_at, changed_by) values (?,?,?,?)")
          .params(name, text, when, BY)
          .update();
    }
  }
}
