package io.waybot.runtime.journey.compare;

import java.util.Map;

/**
 * One element of a drawing with everything that makes a difference.
 *
 * @param type BPMN's name: {@code serviceTask}
 * @param job empty for what is no robot
 * @param fields in the order of the file
 * @param place where it stands and how large it is; empty for lines, which follow their blocks
 */
record DrawnPart(String id, String type, String job, Map<String, String> fields, String place) {

  boolean isLine() {
    return fields.containsKey("sourceRef");
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
