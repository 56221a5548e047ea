package io.waybot.designer.version;

import io.waybot.designer.shell.Texts;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a planner set for a journey, in the words of the settings panel. */
final class SettingWords {
  /** Where the panel's word is not the setting's own name. */
  private static final Map<String, String> PANEL =
      Map.of(
          "dailyBudgetYuan", "budget",
          "reentryDays", "reentry",
          "riskTier", "risk",
          "privacyAssessment", "assessment");

  private final Texts texts;
  private final JsonMapper json;

  SettingWords(Texts texts, JsonMapper json) {
    this.texts = texts;
    this.json = json;
  }

  String label(String setting) {
    return texts.get("settings." + PANEL.getOrDefault(setting, setting));
  }

  String value(String setting, String value) {
    if (value.isEmpty()) {
      return texts.get("version.nothing");
    }
    return switch (setting) {
      case "purpose" -> texts.get("settings.purpose." + value);
      case "riskTier" -> texts.get("settings.risk." + value);
      case "leaveAtGoal" -> texts.get(Boolean.parseBoolean(value) ? "version.yes" : "version.no");
      case "goal" -> goal(json.readTree(value));
      case "schedule" -> schedule(json.readTree(value));
      default -> value;
    };
  }

  private String goal(JsonNode goal) {
    var products =
        String.join(
            texts.get("list.comma"),
            goal.path("products").valueStream().map(JsonNode::asString).toList());
    return texts.get("version.goal", products, goal.path("days").asInt());
  }

  private String schedule(JsonNode schedule) {
    return texts.get(
            "journey.every." + schedule.path("days").asString(), schedule.path("time").asString())
        + " · "
        + texts.get("settings.missed." + schedule.path("missed").asString());
  }
}
