package io.waybot.runtime.monitor;

import io.waybot.runtime.monitor.EngineBatch.Event;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the engine's tokens are and were. */
@Component
class ElementTable {
  private final JdbcClient sql;

  ElementTable(JdbcClient sql) {
    this.sql = sql;
  }

  /** True when the event is about the whole process instance. */
  static boolean isInstance(Event event) {
    return event.elementInstanceKey() == event.instanceKey();
  }

  void entered(UUID engineId, Event event, Instant at) {
    if (isInstance(event)) {
      sql.sql(
              "insert into engine_instance (engine_id, instance_key, process_id, definition_key,"
                  + " state, started_at) values (?,?,?,?,'ACTIVE',?)")
          .params(
              engineId,
              event.instanceKey(),
              event.processId(),
              event.definitionKey(),
              Timestamp.from(at))
          .update();
    } else {
      sql.sql(
              "insert into engine_element (engine_id, element_instance_key, instance_key,"
                  + " element_id, element_type, state, entered_at) values (?,?,?,?,?,'ACTIVE',?)")
          .params(
              engineId,
              event.elementInstanceKey(),
              event.instanceKey(),
              event.elementId(),
              String.valueOf(event.elementType()),
              Timestamp.from(at))
          .update();
    }
  }

  void left(UUID engineId, Event event, Instant at, boolean completed) {
    var state = completed ? "COMPLETED" : "TERMINATED";
    if (isInstance(event)) {
      sql.sql(
              "update engine_instance set state = ?, ended_at = ? where engine_id = ? and"
                  + " instance_key = ?")
          .params(state, Timestamp.from(at), engineId, event.instanceKey())
          .update();
    } else {
      sql.sql(
              "update engine_element set state = ?, left_at = ? where engine_id = ? and"
                  + " element_instance_key = ?")
          .params(state, Timestamp.from(at), engineId, event.elementInstanceKey())
          .update();
    }
  }

  void taken(UUID engineId, Event event) {
    int known =
        sql.sql(
                "update engine_flow set taken = taken + 1 where engine_id = ? and instance_key = ?"
                    + " and flow_id = ?")
            .params(engineId, event.instanceKey(), event.elementId())
            .update();
    if (known == 0) {
      sql.sql("insert into engine_flow (engine_id, instance_key, flow_id, taken) values (?,?,?,1)")
          .params(engineId, event.instanceKey(), event.elementId())
          .update();
    }
  }
}
