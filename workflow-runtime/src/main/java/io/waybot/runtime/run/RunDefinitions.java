package io.waybot.runtime.run;

import io.waybot.runtime.engine.Engine;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which definition of the present engine a version is; an engine that does not have it gets it. */
@Component
class RunDefinitions {
  private final JdbcClient sql;
  private final Engine engine;
  private final Clock clock;

  RunDefinitions(JdbcClient sql, Engine engine, Clock clock) {
    this.sql = sql;
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * A draft is deployed each time, for its drawing may have changed; the engine keeps one copy of
   * equal drawings.
   */
  long keyOf(RunnableVersion version) {
    var known =
        sql.sql(
                "select definition_key from deployment where engine_id = ? and journey_version_id ="
                    + " ?")
            .params(engine.id(), version.versionId())
            .query(Long.class)
            .optional();
    return version.live() && known.isPresent() ? known.get() : deploy(version);
  }

  private long deploy(RunnableVersion version) {
    var deployed = engine.deploy(version.journeyKey() + ".bpmn", version.bpmn());
    remember(engine.id(), version.versionId(), deployed);
    return deployed.definitionKey();
  }

  private void remember(UUID engineId, UUID versionId, Engine.Deployed deployed) {
    var now = Timestamp.from(clock.instant());
    int known =
        sql.sql(
                "update deployment set definition_key = ?, definition_version = ?, deployed_at = ?"
                    + " where engine_id = ? and journey_version_id = ?")
            .params(deployed.definitionKey(), deployed.version(), now, engineId, versionId)
            .update();
    if (known == 0) {
      sql.sql(
              "insert into deployment (engine_id, journey_version_id, definition_key,"
                  + " definition_version, deployed_at) values (?,?,?,?,?) on conflict do nothing")
          .params(engineId, versionId, deployed.definitionKey(), deployed.version(), now)
          .update();
    }
  }
}
