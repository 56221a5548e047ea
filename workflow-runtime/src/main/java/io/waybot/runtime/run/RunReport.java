package io.waybot.runtime.run;

import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.run.RunView.Audience;
import io.waybot.runtime.run.RunView.Element;
import io.waybot.runtime.run.RunView.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything there is to say about a run, read from the tables its robots wrote. */
@Component
public class RunReport {
  private static final String HEADER =
      "select r.id, r.journey_id, j.journey_key, v.version_no, r.business_date, r.kind, r.attempt,"
          + " r.state, r.state_reason, r.engine_id, r.instance_key, r.started_at, r.finished_at,"
          + " r.scope_run_id from run r join journey j on j.id = r.journey_id join journey_version"
          + " v on v.id = r.journey_version_id join org_unit o on o.code = j.owner_org where r.id ="
          + " ? and o.path like ?";

  private final JdbcClient sql;
  private final RobotSteps steps;
  private final RunLedgers ledgers;
  private final JsonMapper json;

  RunReport(JdbcClient sql, RobotSteps steps, RunLedgers ledgers, JsonMapper json) {
    this.sql = sql;
    this.steps = steps;
    this.ledgers = ledgers;
    this.json = json;
  }

  private record Header(
      UUID id,
      RunView.Journey journey,
      LocalDate businessDate,
      String kind,
      int attempt,
      String state,
      @Nullable String reason,
      @Nullable UUID engineId,
      @Nullable Long instanceKey,
      Instant startedAt,
      @Nullable Instant finishedAt,
      UUID scopeRunId) {}

  /**
   * One run.
   *
   * @throws ApiProblem 404 when there is none or its journey is out of scope
   */
  public RunView of(UUID runId, Scope scope) {
    var head =
        sql.sql(HEADER)
            .params(runId, scope.like())
            .query(RunReport::header)
            .optional()
            .orElseThrow(ApiProblem::notFound);
    var robotSteps = steps.ofRun(runId);
    var run = new RunScope(runId, head.scopeRunId());
    var dispatches = ledgers.dispatches(run);
    var audience = audience(runId, robotSteps);
    var firstWave = ledgers.firstWave(run, robotSteps, dispatches);
    return new RunView(
        head.id(),
        head.journey(),
        head.businessDate(),
        head.kind(),
        head.attempt(),
        head.state(),
        head.reason(),
        head.instanceKey() == null ? null : head.instanceKey().toString(),
        head.startedAt(),
        head.finishedAt(),
        audience,
        robotSteps.stream().map(this::step).toList(),
        elements(head, robotSteps),
        dispatches,
        ledgers.leads(run),
        ledgers.evaluation(runId),
        new Conservation(audience, robotSteps, firstWave).holds());
  }

  /** Without a decide step everybody in treatment is chosen. */
  private Audience audience(UUID runId, List<RobotStep> robotSteps) {
    var sets = RunSets.of(runId, sql);
    boolean decides =
        robotSteps.stream().anyMatch(step -> step.robot().equals("decide-treatments"));
    boolean sends =
        robotSteps.stream()
            .anyMatch(
                step -> step.robot().equals("dispatch") || step.robot().equals("create-leads"));
    int chosen = decides ? ledgers.chosen(runId) : sends ? sets.treatment() : 0;
    return new Audience(
        sets.total(), sets.removed(), sets.control(), sets.treatment(), chosen, sets.notChosen());
  }

  private List<Element> elements(Header head, List<RobotStep> robotSteps) {
    if (head.engineId() == null || head.instanceKey() == null) {
      return List.of();
    }
    var customers = new LinkedHashMap<String, Integer>();
    robotSteps.forEach(step -> customers.put(step.elementId(), customers(step)));
    return sql.sql(
            "select e.element_id, count(*), count(*) filter (where e.state = 'ACTIVE'), count(*)"
                + " filter (where e.state = 'COMPLETED'), count(i.incident_key) from engine_element"
                + " e left join engine_incident i on i.engine_id = e.engine_id and"
                + " i.element_instance_key = e.element_instance_key and i.resolved_at is null where"
                + " e.engine_id = ? and e.instance_key = ? and e.element_type <>"
                + " 'MULTI_INSTANCE_BODY' group by e.element_id order by"
                + " min(e.element_instance_key)")
        .params(head.engineId(), head.instanceKey())
        .query((row, i) ->
            new Element(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                customers.getOrDefault(row.getString(1), 0)))
        .list();
  }

  /** What went in; for a robot that makes a list, what came out. */
  private int customers(RobotStep step) {
    var in = step.customersIn();
    return in != null ? in : out(step).getOrDefault("audience", 0);
  }

  private Step step(RobotStep step) {
    return new Step(
        step.elementId(),
        step.pass(),
        step.robot(),
        step.state().name(),
        step.attempts(),
        step.startedAt(),
        step.finishedAt(),
        step.customersIn() == null ? 0 : step.customersIn(),
        out(step),
        step.error());
  }

  private Map<String, Integer> out(RobotStep step) {
    var counts = new LinkedHashMap<String, Integer>();
    if (step.output() != null) {
      json.readTree(step.output())
          .properties()
          .forEach(part -> {
            var count =
                part.getValue().isObject() ? part.getValue().path("count") : part.getValue();
            if (count.isIntegralNumber()) {
              counts.put(part.getKey(), count.asInt());
            }
          });
    }
    return counts;
  }

  private static Header header(ResultSet row, int i) throws SQLException {
    var finished = row.getTimestamp(13);
    return new Header(
        row.getObject(1, UUID.class),
        new RunView.Journey(row.getObject(2, UUID.class), row.getString(3), row.getInt(4)),
        row.getObject(5, LocalDate.class),
        row.getString(6),
        row.getInt(7),
        row.getString(8),
        row.getString(9),
        row.getObject(10, UUID.class),
        row.getObject(11, Long.class),
        row.getTimestamp(12).toInstant(),
        finished == null ? null : finished.toInstant(),
        row.getObject(14, UUID.class));
  }
}
