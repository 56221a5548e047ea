package io.waybot.runtime.run;

import io.waybot.db.run.RunKind;
import io.waybot.runtime.access.ApiProblem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;

/**
 * What a run starts with, besides its id: every wait of the drawing gets a duration, and its
 * conditions get what they ask for as far as it was given.
 */
class RunParameters {
  private RunParameters() {}

  /**
   * What the caller gave, else what the planner set; a rehearsal does not wait.
   *
   * @param inDays turns a planner's wait, {@code P3D} or {@code B3} for business days, into ISO
   *     8601
   * @throws ApiProblem 422 for a name the drawing does not have, a value that is no duration, a
   *     wait without value
   */
  static Map<String, String> of(
      RunnableVersion version,
      RunKind kind,
      Map<String, String> given,
      UnaryOperator<String> inDays) {
    var open = version.openParameters();
    var asked = version.askedParameters();
    var values = new TreeMap<String, String>();
    given.forEach((name, value) -> {
      if (open.contains(name)) {
        refuseNoDuration(name, value);
      } else if (asked.contains(name)) {
        values.put(name, value);
      } else {
        throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "unknown_parameter", name);
      }
    });
    for (var name : open) {
      var value =
          given.getOrDefault(name, kind == RunKind.REHEARSAL ? "PT0S" : version.waits().get(name));
      if (value == null) {
        throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "missing_parameter", name);
      }
      values.put(name, inDays.apply(value));
    }
    return values;
  }

  private static void refuseNoDuration(String name, String value) {
    try {
      if (Duration.parse(value).isNegative()) {
        throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_parameter", name, value);
      }
    } catch (DateTimeParseException e) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_parameter", name, value);
    }
  }
}
