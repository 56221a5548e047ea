package io.waybot.runtime.schedule;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.runtime.engine.EngineTestApp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One of two schedulers that open the same dates at the same moment; as a main it is the second
 * one, in a process of its own.
 */
public final class RacingScheduler {
  static final int ROUNDS = 10;
  static final int DATES_A_ROUND = 30;
  static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final BankClock CLOCK = new BankClock();

  private final DailyRuns runs;
  private final JdbcTemplate sql;
  private final String name;

  RacingScheduler(DailyRuns runs, JdbcTemplate sql, String name) {
    this.runs = runs;
    this.sql = sql;
    this.name = name;
  }

  public static void main(String[] arguments) {
    try (var app =
        new SpringApplicationBuilder(EngineTestApp.Parts.class, Parts.class).run(arguments)) {
      var racer =
          new RacingScheduler(
              app.getBean(DailyRuns.class), app.getBean(JdbcTemplate.class), "second");
      for (int round = 0; round < ROUNDS; round++) {
        racer.race(round);
      }
      racer.meet(ROUNDS); // the other one waits for the last runs; robots here may be at them
    }
  }

  /** Waits for the other one, then opens what is due. */
  void race(int round) {
    meet(round); // the last round's runs have ended: none of them grows old by the next step
    CLOCK.now = tenOClock(FIRST.plusDays((long) DATES_A_ROUND * (round + 1) - 1));
    runs.openDue();
  }

  void meet(int round) {
    sql.update("insert into race_start (round, scheduler) values (?, ?)", round, name);
    while (count("select count(*) from race_start where round = " + round) < 2) {
      Thread.onSpinWait();
    }
  }

  private int count(String query) {
    var count = sql.queryForObject(query, Integer.class);
    return count == null ? 0 : count;
  }

  static Instant tenOClock(LocalDate date) {
    return date.atTime(10, 0).atZone(ZONE).toInstant();
  }

  @Import({DailyRuns.class, ScheduledJourneys.class, DueDates.class})
  static class Parts {
    record Nothing() {}

    @Bean
    @Primary
    Clock raceClock() {
      return CLOCK;
    }

    @Bean
    Robot<Nothing, Nothing> tick(JdbcTemplate sql) {
      return new Robot<>() {
        @Override
        public Outcome<Nothing> work(Nothing input, RobotContext context) {
          sql.update(
              "insert into race_tick (step_id, run_id) values (?, ?) on conflict do nothing",
              context.stepId(),
              context.runId());
          return Outcome.done(new Nothing());
        }

        @Override
        public String jobType() {
          return "test-tick";
        }

        @Override
        public Class<Nothing> inputType() {
          return Nothing.class;
        }

        @Override
        public Class<Nothing> outputType() {
          return Nothing.class;
        }
      };
    }
  }

  /** Stands still within a round: nothing grows old while the two race. */
  private static final class BankClock extends Clock {
    private volatile Instant now = tenOClock(FIRST.minusDays(1));

    @Override
    public ZoneId getZone() {
      return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
