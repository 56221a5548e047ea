package io.waybot.engine.exporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Records of one partition that wait to be sent. They are turned into text when they arrive,
 * because the engine uses the record object again for the next one.
 */
class EventBatch {
  private static final Set<Intent> SHOWN =
      Set.of(
          ProcessInstanceIntent.ELEMENT_ACTIVATING,
          ProcessInstanceIntent.ELEMENT_COMPLETED,
          ProcessInstanceIntent.ELEMENT_TERMINATED,
          ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN,
          IncidentIntent.CREATED,
          IncidentIntent.RESOLVED);

  private final int partition;
  private final List<String> events = new ArrayList<>();
  private long lastPosition = -1;

  EventBatch(int partition) {
    this.partition = partition;
  }

  /** A record that no screen shows moves the position and nothing else. */
  void add(Record<?> record) {
    lastPosition = record.getPosition();
    if (!SHOWN.contains(record.getIntent())) {
      return;
    }
    if (record.getValue() instanceof ProcessInstanceRecordValue element) {
      events.add(element(record, element));
    } else if (record.getValue() instanceof IncidentRecordValue incident) {
      events.add(incident(record, incident));
    }
  }

  boolean isEmpty() {
    return lastPosition < 0;
  }

  int size() {
    return events.size();
  }

  long lastPosition() {
    return lastPosition;
  }

  /**
   * What is sent.
   *
   * @param sentAt epoch milliseconds now: an event's age is known to a reader whose clock shows
   *     another time
   */
  String toJson(long sentAt) {
    return "{\"partition\":%d,\"lastPosition\":%d,\"sentAt\":%d,\"events\":[%s]}"
        .formatted(partition, lastPosition, sentAt, String.join(",", events));
  }

  void clear() {
    events.clear();
    lastPosition = -1;
  }

  private static String element(Record<?> record, ProcessInstanceRecordValue element) {
    return start(record, "ELEMENT")
        .text("processId", element.getBpmnProcessId())
        .number("definitionKey", element.getProcessDefinitionKey())
        .number("instanceKey", element.getProcessInstanceKey())
        .number("elementInstanceKey", record.getKey())
        .text("elementId", element.getElementId())
        .text("elementType", element.getBpmnElementType().name())
        .end();
  }

  private static String incident(Record<?> record, IncidentRecordValue incident) {
    return start(record, "INCIDENT")
        .number("incidentKey", record.getKey())
        .text("processId", incident.getBpmnProcessId())
        .number("definitionKey", incident.getProcessDefinitionKey())
        .number("instanceKey", incident.getProcessInstanceKey())
        .number("elementInstanceKey", incident.getElementInstanceKey())
        .text("elementId", incident.getElementId())
        .number("jobKey", incident.getJobKey())
        .text("errorType", incident.getErrorType().name())
        .text("message", incident.getErrorMessage())
        .end();
  }

  private static EventJson start(Record<?> record, String kind) {
    return new EventJson()
        .number("position", record.getPosition())
        .number("at", record.getTimestamp())
        .text("kind", kind)
        .text("intent", record.getIntent().name());
  }
}
