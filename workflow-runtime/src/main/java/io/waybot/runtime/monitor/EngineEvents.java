package io.waybot.runtime.monitor;

import io.waybot.db.run.StepDeliveries;
import io.waybot.runtime.run.RunStates;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in the exporter's batches, each event once: the position stands in the same transaction as
 * what the events changed, and the exporter sends again what was not acknowledged.
 */
@Component
public class EngineEvents {
  private final JdbcClient sql;
  private final ElementTable elements;
  private final IncidentTable incidents;
  private final StepDeliveries steps;
  private final RunStates runs;
  private final Clock clock;

  EngineEvents(
      JdbcClient sql,
      ElementTable elements,
      IncidentTable incidents,
      StepDeliveries steps,
      RunStates runs,
      Clock clock) {
    this.sql = sql;
    this.elements = elements;
    this.incidents = incidents;
    this.steps = steps;
    this.runs = runs;
    this.clock = clock;
  }

  @Transactional
  void take(UUID engineId, EngineBatch batch) {
    long known = lockPosition(engineId, batch.partition());
    for (var event : batch.events()) {
      if (event.position() > known) {
        var at = clock.instant().minusMillis(Math.max(0, batch.sentAt() - event.at()));
        apply(engineId, event, at);
      }
    }
    if (batch.lastPosition() > known) {
      sql.sql("update engine_position set position = ? where engine_id = ? and partition_id = ?")
          .params(batch.lastPosition(), engineId, batch.partition())
          .update();
    }
  }

  /**
   * The row lock lets batches of one partition in one by one, also when the exporter sends one
   * twice at a time.
   */
  private long lockPosition(UUID engineId, int partition) {
    sql.sql(
            "insert into engine_position (engine_id, partition_id, position) values (?,?,-1) on"
                + " conflict do nothing")
        .params(engineId, partition)
        .update();
    return sql.sql(
            "select position from engine_position where engine_id = ? and partition_id = ? for"
                + " update")
        .params(engineId, partition)
        .query(Long.class)
        .single();
  }

  private void apply(UUID engineId, EngineBatch.Event event, Instant at) {
    switch (event.intent()) {
      case "ELEMENT_ACTIVATING" -> elements.entered(engineId, event, at);
      case "SEQUENCE_FLOW_TAKEN" -> elements.taken(engineId, event);
      case "ELEMENT_COMPLETED" -> left(engineId, event, at, true);
      case "ELEMENT_TERMINATED" -> left(engineId, event, at, false);
      case "CREATED" -> {
        incidents.raised(engineId, event, at);
        runs.incidentRaised(
            engineId, event.instanceKey(), event.elementId() + ": " + event.message());
      }
      case "RESOLVED" -> {
        incidents.resolved(engineId, event, at);
        if (incidents.open(engineId, event.instanceKey()) == 0) {
          runs.incidentsSolved(engineId, event.instanceKey());
        }
      }
      default ->
          throw new IllegalArgumentException(
              "The exporter sent an unknown event: " + event.intent());
    }
  }

  private void left(UUID engineId, EngineBatch.Event event, Instant at, boolean completed) {
    elements.left(engineId, event, at, completed);
    if (!completed) {
      steps.terminate(engineId, event.elementInstanceKey());
    }
    if (ElementTable.isInstance(event)) {
      runs.instanceEnded(engineId, event.instanceKey(), completed);
    }
  }
}
