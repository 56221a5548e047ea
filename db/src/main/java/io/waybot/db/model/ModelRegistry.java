package io.waybot.db.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers versions and knows which one is champion. */
@Component
public class ModelRegistry {
  private static final String SELECT =
      "select v.id, v.model_id, m.code, v.version, v.algorithm, v.state, v.dataset, v.label,"
          + " v.features, v.split, v.train_rows, v.auc, v.ks, v.metrics, v.trained_by, v.trained_at"
          + " from model_version v join model m on m.id = v.model_id";
  private final JdbcClient sql;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  ModelRegistry(JdbcClient sql, JdbcTemplate jdbc, Clock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The model of that code, made if there is none; the names of an existing one stay. */
  @Transactional
  public Model open(String code, String nameZh, String nameEn) {
    jdbc.update(
        "insert into model (id, code, name_zh, name_en, created_at) values (?,?,?,?,?) on conflict"
            + " do nothing",
        UUID.randomUUID(),
        code,
        nameZh,
        nameEn,
        Timestamp.from(clock.instant()));
    return find(code).orElseThrow();
  }

  public Optional<Model> find(String code) {
    return sql.sql("select id, code, name_zh, name_en from model where code = ?")
        .param(code)
        .query(ModelRegistry::model)
        .optional();
  }

  /** All models by code. */
  public List<Model> models() {
    return sql.sql("select id, code, name_zh, name_en from model order by code")
        .query(ModelRegistry::model)
        .list();
  }

  /** Adds a CANDIDATE with the next number. */
  @Transactional
  public ModelVersion register(Model model, NewModelVersion made) {
    lock(model.id());
    int number =
        sql.sql("select coalesce(max(version), 0) + 1 from model_version where model_id = ?")
            .param(model.id())
            .query(Integer.class)
            .single();
    var id = UUID.randomUUID();
    jdbc.update(
        "insert into model_version (id, model_id, version, algorithm, state, dataset, label,"
            + " features, split, train_rows, auc, ks, metrics, booster, trained_by, trained_at)"
            + " values (?,?,?,?,'CANDIDATE',?,?,?,?,?,?,?,?,?,?,?)",
        id,
        model.id(),
        number,
        made.algorithm(),
        made.dataset(),
        made.label(),
        made.features(),
        made.split(),
        made.trainRows(),
        made.auc(),
        made.ks(),
        made.metrics(),
        made.booster(),
        made.trainedBy(),
        Timestamp.from(clock.instant()));
    return version(id);
  }

  /** Makes the version its model's champion and retires the one before it. */
  @Transactional
  public void promote(UUID versionId) {
    var version = version(versionId);
    lock(version.modelId());
    jdbc.update(
        "update model_version set state = 'RETIRED' where model_id = ? and state = 'CHAMPION' and"
            + " id <> ?",
        version.modelId(),
        versionId);
    jdbc.update("update model_version set state = 'CHAMPION' where id = ?", versionId);
  }

  /** The version that scores, empty before the first promotion. */
  public Optional<ModelVersion> champion(String modelCode) {
    return sql.sql(SELECT + " where m.code = ? and v.state = 'CHAMPION'")
        .param(modelCode)
        .query(ModelRegistry::version)
        .optional();
  }

  /** All versions of a model, newest first. */
  public List<ModelVersion> versions(String modelCode) {
    return sql.sql(SELECT + " where m.code = ? order by v.version desc")
        .param(modelCode)
        .query(ModelRegistry::version)
        .list();
  }

  /**
   * One version.
   *
   * @throws IllegalArgumentException if there is no such version
   */
  public ModelVersion version(UUID id) {
    return sql.sql(SELECT + " where v.id = ?")
        .param(id)
        .query(ModelRegistry::version)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("no model version " + id));
  }

  /** The model file of a version. */
  public byte[] booster(UUID versionId) {
    return sql.sql("select booster from model_version where id = ?")
        .param(versionId)
        .query((row, i) -> row.getBytes(1))
        .single();
  }

  /** Keys of live journeys whose drawing names the model. */
  public List<String> journeysUsing(String modelCode) {
    return sql.sql(
            "select j.journey_key from journey j join journey_version v on v.id = j.live_version_id"
                + " where v.bpmn like ? order by j.journey_key")
        .param("%source=\"" + modelCode + "\"%")
        .query(String.class)
        .list();
  }

  private void lock(UUID modelId) {
    sql.sql("select id from model where id = ? for update")
        .param(modelId)
        .query(UUID.class)
        .single();
  }

  private static Model model(ResultSet row, int i) throws SQLException {
    return new Model(
        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4));
  }

  private static ModelVersion version(ResultSet row, int i) throws SQLException {
    return new ModelVersion(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        ModelVersion.State.valueOf(row.getString(6)),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getInt(11),
        row.getDouble(12),
        row.getDouble(13),
        row.getString(14),
        row.getString(15),
        row.getTimestamp(16).toInstant());
  }
}
