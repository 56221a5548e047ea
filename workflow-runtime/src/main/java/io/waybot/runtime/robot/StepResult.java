package io.waybot.runtime.robot;

import io.waybot.bots.RobotFailure.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How an outcome is kept in the step ledger and told to the engine. */
record StepResult(@Nullable String refusedCode, String message, String variables) {
  private static final String REFUSED = "refused";

  /** The output column of a step that leaves by a boundary event. */
  static String ofRefusal(Refused refusal, JsonMapper json) {
    return json.writeValueAsString(Map.of(REFUSED, refusal.code()));
  }

  static StepResult of(String output, @Nullable String error, JsonMapper json) {
    JsonNode result = json.readTree(output);
    var code = error == null ? null : result.path(REFUSED).asString(null);
    return new StepResult(
        code, error == null ? "" : error, json.writeValueAsString(Map.of("result", result)));
  }
}
