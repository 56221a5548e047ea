package io.waybot.runtime.rehearsal;

import io.waybot.runtime.access.Scope;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.rehearsal.SendingDay.Basis;
import io.waybot.runtime.schedule.ScheduleService;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each live journey does, judged by its last run, and when it begins. */
@Component
class SendingPlans {
  private final ScheduleService schedule;
  private final PictureRows rows;
  private final JourneyLinter linter;
  private final JdbcClient sql;

  SendingPlans(ScheduleService schedule, PictureRows rows, JourneyLinter linter, JdbcClient sql) {
    this.schedule = schedule;
    this.rows = rows;
    this.linter = linter;
    this.sql = sql;
  }

  /** Dates on which a run opens by itself. */
  List<LocalDate> due(UUID journey, LocalDate from, LocalDate to) {
    return schedule.dates(journey, from, to);
  }

  /** Dates of runs that have begun before today, not earlier than {@code from}, and go on. */
  List<LocalDate> begun(UUID journey, LocalDate from, LocalDate today) {
    return sql.sql(
            "select business_date from run where journey_id = ? and kind = 'DAILY' and state in"
                + " ('STARTING', 'RUNNING', 'WAITING_DATA', 'INCIDENT') and business_date < ? and"
                + " business_date >= ?")
        .params(journey, today, from)
        .query((row, i) -> row.getObject(1, LocalDate.class))
        .list();
  }

  /** By journey, those within the scope that are live and not paused. */
  Map<UUID, SendingPlan> of(Scope scope) {
    return sql
        .sql(
            "select j.id, j.name_zh, j.name_en, v.bpmn from journey j join journey_version v on"
                + " v.id = j.live_version_id join org_unit o on o.code = j.owner_org where not"
                + " j.paused and o.path like ? order by j.journey_key")
        .param(scope.like())
        .query((row, i) -> {
          var id = row.getObject(1, UUID.class);
          var judged = judgedBy(id);
          return new SendingPlan(
              id,
              row.getString(2),
              row.getString(3),
              linter.ways(row.getString(4)),
              judged == null ? List.of() : rows.sends(judged.run()),
              judged == null ? Basis.UNKNOWN : judged.basis());
        })
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                SendingPlan::journeyId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  private record Judged(UUID run, Basis basis) {}

  /** The newest run that went to its end, else the newest rehearsal; null: neither. */
  private @Nullable Judged judgedBy(UUID journey) {
    return sql.sql(
            "select id, kind from run where journey_id = ? and state = 'FINISHED' order by case"
                + " when kind = 'REHEARSAL' then 1 else 0 end, started_at desc limit 1")
        .param(journey)
        .query((row, i) ->
            new Judged(
                row.getObject(1, UUID.class),
                row.getString(2).equals("REHEARSAL") ? Basis.REHEARSAL : Basis.RUN))
        .optional()
        .orElse(null);
  }
}
