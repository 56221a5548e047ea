package io.waybot.engine.exporter;

import io.camunda.zeebe.exporter.api.context.Context.RecordFilter;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;

/** Only what the screens need leaves the engine: what happened to elements and incidents. */
class EventFilter implements RecordFilter {
  @Override
  public boolean acceptType(RecordType type) {
    return type == RecordType.EVENT;
  }

  @Override
  public boolean acceptValue(ValueType type) {
    return type == ValueType.PROCESS_INSTANCE || type == ValueType.INCIDENT;
  }
}
