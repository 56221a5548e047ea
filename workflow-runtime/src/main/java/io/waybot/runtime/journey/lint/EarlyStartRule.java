package io.waybot.runtime.journey.lint;

import io.waybot.bots.policy.Codes;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A journey that begins, or stops waiting, before its data usually are there. */
@Checks(value = "start-early", basis = Basis.BANK)
class EarlyStartRule implements LintRule {
  private static final int LATEST = 10;
  private static final int ENOUGH = 3;

  private final JdbcClient sql;
  private final Clock clock;

  EarlyStartRule(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var schedule = plan.settings().schedule();
    if (schedule == null) {
      return;
    }
    var waits = plan.robots("wait-for-data");
    for (var wait : waits) {
      var until = time(wait.input("until")).orElse(schedule.time());
      Codes.in(wait.input("datasets")).forEach(data -> check(wait, data, until, findings));
    }
    if (waits.isEmpty()) {
      plan.robots("pull-audience").stream()
          .findFirst()
          .ifPresent(
              pull -> profiles().forEach(data -> check(pull, data, schedule.time(), findings)));
    }
  }

  private void check(Step step, String dataset, LocalTime begins, Findings findings) {
    usual(dataset)
        .filter(begins::isBefore)
        .ifPresent(arrival ->
            findings.warning(
                step.id(), "start-early", begins.toString(), dataset, arrival.toString()));
  }

  /** The median time of day at which the last imports ended; empty with too few to say. */
  private Optional<LocalTime> usual(String dataset) {
    var times =
        sql
            .sql(
                "select finished_at from import_job where dataset = ? and state = 'DONE'"
                    + " order by finished_at desc limit "
                    + LATEST)
            .param(dataset)
            .query(Timestamp.class)
            .list()
            .stream()
            .map(at ->
                at.toInstant().atZone(clock.getZone()).toLocalTime().withSecond(0).withNano(0))
            .sorted()
            .toList();
    return times.size() < ENOUGH ? Optional.empty() : Optional.of(times.get(times.size() / 2));
  }

  private List<String> profiles() {
    return sql.sql("select name from dataset where kind = 'PROFILE' order by name")
        .query(String.class)
        .list();
  }

  private static Optional<LocalTime> time(String text) {
    return text.matches("([01]\\d|2[0-3]):[0-5]\\d")
        ? Optional.of(LocalTime.parse(text))
        : Optional.empty();
  }
}
