package io.waybot.runtime.monitor;

import io.waybot.runtime.monitor.EngineBatch.Event;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine could not go on with. */
@Component
class IncidentTable {
  private static final int MESSAGE = 4000;

  private final JdbcClient sql;

  IncidentTable(JdbcClient sql) {
    this.sql = sql;
  }

  void raised(UUID engineId, Event event, Instant at) {
    sql.sql(
            "insert into engine_incident (engine_id, incident_key, instance_key,"
                + " element_instance_key, element_id, job_key, error_type, message, raised_at)"
                + " values (?,?,?,?,?,?,?,?,?)")
        .params(
            engineId,
            Objects.requireNonNull(event.incidentKey()),
            event.instanceKey(),
            event.elementInstanceKey(),
            event.elementId(),
            Objects.requireNonNullElse(event.jobKey(), -1L),
            String.valueOf(event.errorType()),
            shortened(event.message()),
            Timestamp.from(at))
        .update();
  }

  void resolved(UUID engineId, Event event, Instant at) {
    sql.sql("update engine_incident set resolved_at = ? where engine_id = ? and incident_key = ?")
        .params(Timestamp.from(at), engineId, Objects.requireNonNull(event.incidentKey()))
        .update();
  }

  int open(UUID engineId, long instanceKey) {
    return sql.sql(
            "select count(*) from engine_incident where engine_id = ? and instance_key = ? and"
                + " resolved_at is null")
        .params(engineId, instanceKey)
        .query(Integer.class)
        .single();
  }

  private static String shortened(@Nullable String message) {
    if (message == null) {
      return "";
    }
    return message.length() <= MESSAGE ? message : message.substring(0, MESSAGE - 1) + "…";
  }
}
