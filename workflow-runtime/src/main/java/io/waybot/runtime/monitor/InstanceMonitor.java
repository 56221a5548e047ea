package io.waybot.runtime.monitor;

import io.waybot.db.run.StepDeliveries;
import io.waybot.runtime.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Instances as an operator sees them: where their tokens are, what stopped them, and how to go on.
 */
@Component
public class InstanceMonitor {
  private static final String INCIDENTS =
      "select i.engine_id, i.incident_key, i.instance_key, i.element_instance_key, i.element_id,"
          + " i.job_key, i.error_type, i.message, i.raised_at, i.resolved_at, r.id from"
          + " engine_incident i left join run r on r.engine_id = i.engine_id and r.instance_key ="
          + " i.instance_key ";

  private final JdbcClient sql;
  private final Engine engine;
  private final StepDeliveries steps;

  InstanceMonitor(JdbcClient sql, Engine engine, StepDeliveries steps) {
    this.sql = sql;
    this.engine = engine;
    this.steps = steps;
  }

  /** How often an element of one instance was entered and left, and where it stands. */
  public record ElementCount(
      String elementId, String type, int entered, int active, int completed, int incidents) {}

  /** How often a sequence flow of one instance was taken. */
  public record FlowCount(String flowId, int taken) {}

  /**
   * Something the engine could not go on with.
   *
   * @param runId null when the instance belongs to no run
   * @param resolvedAt null while it is open
   */
  public record Incident(
      UUID engineId,
      long key,
      long instanceKey,
      long elementInstanceKey,
      String elementId,
      long jobKey,
      String errorType,
      String message,
      Instant raisedAt,
      @Nullable Instant resolvedAt,
      @Nullable UUID runId) {}

  public List<ElementCount> elements(UUID engineId, long instanceKey) {
    return sql.sql(
            "select e.element_id, min(e.element_type), count(*), count(*) filter (where e.state ="
                + " 'ACTIVE'), count(*) filter (where e.state = 'COMPLETED'), count(i.incident_key)"
                + " from engine_element e left join engine_incident i on i.engine_id = e.engine_id"
                + " and i.element_instance_key = e.element_instance_key and i.resolved_at is null"
                + " where e.engine_id = ? and e.instance_key = ? and e.element_type <>"
                + " 'MULTI_INSTANCE_BODY' group by e.element_id order by"
                + " min(e.element_instance_key)")
        .params(engineId, instanceKey)
        .query((row, i) ->
            new ElementCount(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6)))
        .list();
  }

  public List<FlowCount> flows(UUID engineId, long instanceKey) {
    return sql.sql(
            "select flow_id, taken from engine_flow where engine_id = ? and instance_key = ? order"
                + " by flow_id")
        .params(engineId, instanceKey)
        .query((row, i) -> new FlowCount(row.getString(1), row.getInt(2)))
        .list();
  }

  /** All open incidents of the present engine, oldest first. */
  public List<Incident> openIncidents() {
    return engine.status().engineId() == null
        ? List.of()
        : sql.sql(
                INCIDENTS
                    + "where i.engine_id = ? and i.resolved_at is null order by i.raised_at,"
                    + " i.incident_key")
            .param(engine.id())
            .query(InstanceMonitor::incident)
            .list();
  }

  /** Incidents of one instance, solved ones too. */
  public List<Incident> incidents(UUID engineId, long instanceKey) {
    return sql.sql(
            INCIDENTS
                + "where i.engine_id = ? and i.instance_key = ? order by i.raised_at,"
                + " i.incident_key")
        .params(engineId, instanceKey)
        .query(InstanceMonitor::incident)
        .list();
  }

  /**
   * Lets the stopped element try again, with its attempts counted from zero.
   *
   * @throws IllegalArgumentException when the present engine has no such open incident
   */
  public void retry(long incidentKey) {
    var incident =
        open(incidentKey)
            .orElseThrow(() -> new IllegalArgumentException("no open incident " + incidentKey));
    steps.forgive(incident.engineId(), incident.elementInstanceKey());
    engine.resolveIncident(incidentKey, incident.jobKey());
  }

  private Optional<Incident> open(long incidentKey) {
    return sql.sql(
            INCIDENTS + "where i.engine_id = ? and i.incident_key = ? and i.resolved_at is null")
        .params(engine.id(), incidentKey)
        .query(InstanceMonitor::incident)
        .optional();
  }

  private static Incident incident(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    var resolved = row.getTimestamp(10);
    return new Incident(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getLong(3),
        row.getLong(4),
        row.getString(5),
        row.getLong(6),
        row.getString(7),
        row.getString(8),
        row.getTimestamp(9).toInstant(),
        resolved == null ? null : resolved.toInstant(),
        row.getObject(11, UUID.class));
  }
}
