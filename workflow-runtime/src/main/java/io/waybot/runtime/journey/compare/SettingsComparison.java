package io.waybot.runtime.journey.compare;

import io.waybot.db.journey.JourneySettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what planners set for a journey beside its drawing. */
public final class SettingsComparison {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How long a wait takes stands in the drawing and is told there. */
  private static final String WAITS = "waits";

  private SettingsComparison() {}

  public static List<FieldChange> between(JourneySettings before, JourneySettings after) {
    var old = JSON.readTree(before.toJson());
    var now = JSON.readTree(after.toJson());
    var names = new LinkedHashSet<>(old.propertyNames());
    names.addAll(now.propertyNames());
    names.remove(WAITS);
    var changes = new ArrayList<FieldChange>();
    for (var name : names) {
      var was = text(old.path(name));
      var is = text(now.path(name));
      if (!was.equals(is)) {
        changes.add(new FieldChange(name, was, is));
      }
    }
    return List.copyOf(changes);
  }

  private static String text(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    return value.isValueNode() ? value.asString() : value.toString();
  }
}
