package io.waybot.db.journey;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which definition of which engine a version is. A fresh engine hands out old keys again, so a key
 * means something only together with the engine's id.
 */
@Component
public class Deployments {
  private final JdbcClient sql;
  private final Clock clock;

  Deployments(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** The definition key to start instances of; empty if this engine does not have the version. */
  public Optional<Long> definitionKey(UUID engineId, UUID versionId) {
    return sql.sql(
            "select definition_key from deployment where engine_id = ? and journey_version_id = ?")
        .params(engineId, versionId)
        .query(Long.class)
        .optional();
  }

  /** Notes a deployment; noting it twice keeps the newer key. */
  public void add(UUID engineId, UUID versionId, long definitionKey, int definitionVersion) {
    var now = Timestamp.from(clock.instant());
    int known =
        sql.sql(
                "update deployment set definition_key = ?, definition_version = ?, deployed_at = ?"
                    + " where engine_id = ? and journey_version_id = ?")
            .params(definitionKey, definitionVersion, now, engineId, versionId)
            .update();
    if (known == 0) {
      sql.sql(
              "insert into deployment (engine_id, journey_version_id, definition_key,"
                  + " definition_version, deployed_at) values (?,?,?,?,?) on conflict do nothing")
          .params(engineId, versionId, definitionKey, definitionVersion, now)
          .update();
    }
  }

  /** Live versions that this engine has never seen: a new engine gets them again. */
  public List<UUID> missing(UUID engineId) {
    return sql.sql(
            "select v.id from journey_version v where v.state = 'LIVE' and not exists"
                + " (select 1 from deployment d where d.engine_id = ?"
                + " and d.journey_version_id = v.id) order by v.deployed_at, v.id")
        .param(engineId)
        .query(UUID.class)
        .list();
  }
}
