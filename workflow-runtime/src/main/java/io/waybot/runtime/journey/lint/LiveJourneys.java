package io.waybot.runtime.journey.lint;

import io.waybot.db.journey.JourneySettings;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The journeys that run now, by whom they take first. A live version never changes. */
@Component
class LiveJourneys {
  private final JdbcClient sql;
  private final Map<UUID, List<String>> segments = new ConcurrentHashMap<>();

  LiveJourneys(JdbcClient sql) {
    this.sql = sql;
  }

  /** A live journey with the segments it pulls. */
  record Live(String key, String nameZh, String nameEn, int priority, List<String> segments) {
    String name(String language) {
      return language.equals("en") ? nameEn : nameZh;
    }
  }

  /** Those that go before this one when both want the same customer. */
  List<Live> before(Plan plan) {
    Integer own = plan.settings().priority();
    return all().stream()
        .filter(live -> !live.key().equals(plan.journeyKey()))
        .filter(live -> own != null && live.priority() < own)
        .toList();
  }

  private List<Live> all() {
    return sql.sql(
            "select j.journey_key, j.name_zh, j.name_en, v.settings, v.id from journey j"
                + " join journey_version v on v.id = j.live_version_id where not j.paused")
        .query((row, i) -> {
          Integer priority = JourneySettings.fromJson(row.getString(4)).priority();
          return new Live(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              priority == null ? 5 : priority,
              segments.computeIfAbsent(row.getObject(5, UUID.class), this::pulled));
        })
        .list();
  }

  private List<String> pulled(UUID version) {
    var drawing =
        sql.sql("select bpmn from journey_version where id = ?")
            .param(version)
            .query(String.class)
            .single();
    return DrawingReader.read(DrawingReader.model(drawing), "").robots().stream()
        .filter(step -> "pull-audience".equals(step.job()))
        .map(step -> step.input("segment"))
        .toList();
  }
}
