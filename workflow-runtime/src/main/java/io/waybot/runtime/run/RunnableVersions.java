package io.waybot.runtime.run;

import io.waybot.runtime.access.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the version that a run executes. */
@Component
class RunnableVersions {
  private static final String SELECT =
      "select j.id, v.id, j.journey_key, v.state, v.bpmn, v.settings from journey j join"
          + " journey_version v on v.journey_id = j.id where ";

  private final JdbcClient sql;
  private final JsonMapper json;

  RunnableVersions(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  Optional<RunnableVersion> live(String journeyKey) {
    return one(SELECT + "j.journey_key = ? and v.id = j.live_version_id", journeyKey);
  }

  /** What a rehearsal tries: the newest version, a draft or not. */
  Optional<RunnableVersion> newest(String journeyKey) {
    return one(SELECT + "j.journey_key = ? order by v.version_no desc limit 1", journeyKey);
  }

  RunnableVersion get(UUID versionId) {
    return one(SELECT + "v.id = ?", versionId)
        .orElseThrow(() -> new IllegalArgumentException("no version " + versionId));
  }

  boolean isPaused(String journeyKey) {
    return sql.sql("select paused from journey where journey_key = ?")
        .param(journeyKey)
        .query(Boolean.class)
        .single();
  }

  boolean exists(String journeyKey) {
    return sql.sql("select count(*) from journey where journey_key = ?")
            .param(journeyKey)
            .query(Integer.class)
            .single()
        == 1;
  }

  boolean exists(String journeyKey, Scope scope) {
    return sql.sql(
                "select count(*) from journey j join org_unit o on o.code = j.owner_org where"
                    + " j.journey_key = ? and o.path like ?")
            .params(journeyKey, scope.like())
            .query(Integer.class)
            .single()
        == 1;
  }

  private Optional<RunnableVersion> one(String query, Object parameter) {
    return sql.sql(query)
        .param(parameter)
        .query((row, i) -> {
          var settings = json.readTree(row.getString(6));
          return new RunnableVersion(
              row.getObject(1, UUID.class),
              row.getObject(2, UUID.class),
              row.getString(3),
              row.getString(4).equals("LIVE"),
              row.getString(5),
              waits(settings.path("waits")),
              settings.path("schedule").path("days").asString("").equals("EVERY_DAY"));
        })
        .optional();
  }

  private static Map<String, String> waits(JsonNode node) {
    var waits = new LinkedHashMap<String, String>();
    node.properties().forEach(wait -> waits.put(wait.getKey(), wait.getValue().asString()));
    return waits;
  }
}
