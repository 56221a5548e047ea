package io.waybot.bots.policy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the settings that were deployed with a journey version. */
@Component
public class JourneyTermsReader {
  private final JdbcClient sql;
  private final JsonMapper json;

  JourneyTermsReader(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** What is not set has the strictest meaning: marketing, the bank's own re-entry rule. */
  public JourneyTerms of(UUID journeyVersion) {
    var settings =
        json.readTree(
            sql.sql("select settings from journey_version where id = ?")
                .param(journeyVersion)
                .query(String.class)
                .single());
    return new JourneyTerms(
        purpose(settings.path("purpose")),
        goalProducts(settings),
        settings.path("dailyBudgetYuan").isNumber()
            ? settings.path("dailyBudgetYuan").decimalValue()
            : null,
        settings.path("reentryDays").isNumber() ? settings.path("reentryDays").intValue() : null);
  }

  private static Purpose purpose(JsonNode node) {
    return node.isString()
        ? Purpose.valueOf(node.stringValue().toUpperCase(Locale.ROOT))
        : Purpose.MARKETING;
  }

  private static List<String> goalProducts(JsonNode settings) {
    var products = settings.path("goalProducts");
    return products.isArray()
        ? products.valueStream().map(JsonNode::stringValue).toList()
        : Codes.in(products.isString() ? products.stringValue() : null);
  }
}
