package io.waybot.runtime.journey.lint;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One flow node of a drawing, with what lint looks at.
 *
 * @param type BPMN's name: {@code serviceTask}, {@code exclusiveGateway}
 * @param job job type of a service task; null for everything else
 * @param inputs variable to source, as in the file: literal, or FEEL with a leading {@code =}
 * @param outputs target to source
 * @param event the kind of event: {@code timer}, {@code error}; null for none
 * @param duration a timer's duration as in the file; null without one
 * @param date the moment a timer fires at, as in the file; null without one
 * @param pause how long the planner wants to wait: ISO 8601, or {@code B3} for business days
 * @param container id of the sub-process it is in; null: the process itself
 * @param attachedTo for boundary events
 * @param calls process id of a call activity
 * @param otherwise id of the flow that is taken when no condition fits
 */
record Step(
    String id,
    String type,
    String name,
    @Nullable String job,
    Map<String, String> inputs,
    Map<String, String> outputs,
    @Nullable String event,
    @Nullable String duration,
    @Nullable String date,
    @Nullable String pause,
    boolean multiInstance,
    @Nullable String container,
    @Nullable String attachedTo,
    @Nullable String calls,
    @Nullable String otherwise,
    List<Flow> outgoing,
    List<Flow> incoming) {

  /** A sequence flow; the condition as in the file, or null. */
  record Flow(String id, String from, String to, @Nullable String condition) {}

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  /** What stands in a field, without blanks around it; empty for nothing. */
  String input(String field) {
    return inputs.getOrDefault(field, "").strip();
  }

  boolean isRobot() {
    return job != null;
  }

  /** Writes to customers or has them called. */
  boolean contacts() {
    return "dispatch".equals(job) || "create-leads".equals(job);
  }

  boolean isWait() {
    return is("intermediateCatchEvent") && "timer".equals(event);
  }

  /** What a person calls it. */
  String label() {
    return name.isBlank() ? id : name;
  }
}
