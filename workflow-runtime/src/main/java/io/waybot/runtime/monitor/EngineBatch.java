package io.waybot.runtime.monitor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the exporter sends: events of one partition in log order.
 *
 * @param lastPosition of the last record it has seen, shown or not
 * @param sentAt the engine machine's clock when it sent, epoch milliseconds: with {@code at} it
 *     tells how long ago an event was, whatever either clock shows
 */
record EngineBatch(int partition, long lastPosition, long sentAt, List<Event> events) {

  /**
   * One event; which of the nullable parts are there depends on {@code kind}.
   *
   * @param kind ELEMENT or INCIDENT
   * @param intent of the engine's record, such as ELEMENT_ACTIVATING or CREATED
   * @param at epoch milliseconds by the engine machine's clock
   */
  record Event(
      long position,
      long at,
      String kind,
      String intent,
      String processId,
      long definitionKey,
      long instanceKey,
      long elementInstanceKey,
      String elementId,
      @Nullable String elementType,
      @Nullable Long incidentKey,
      @Nullable Long jobKey,
      @Nullable String errorType,
      @Nullable String message) {}
}
