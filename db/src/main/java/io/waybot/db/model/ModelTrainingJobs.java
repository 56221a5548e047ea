package io.waybot.db.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trainings that people asked for, and what became of them. */
@Component
public class ModelTrainingJobs {
  private static final String SELECT =
      "select id, model_code, name_zh, name_en, dataset, label, features, split, state, message,"
          + " model_version_id, asked_by, asked_at, finished_at from model_training";
  private final JdbcClient sql;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  ModelTrainingJobs(JdbcClient sql, JdbcTemplate jdbc, Clock clock) {
    this.sql = sql;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public void queue(ModelTrainingJob job) {
    jdbc.update(
        "insert into model_training (id, model_code, name_zh, name_en, dataset, label, features,"
            + " split, state, asked_by, asked_at) values (?,?,?,?,?,?,?,?,'QUEUED',?,?)",
        job.id(),
        job.modelCode(),
        job.nameZh(),
        job.nameEn(),
        job.dataset(),
        job.label(),
        job.features(),
        job.split(),
        job.askedBy(),
        Timestamp.from(job.askedAt()));
  }

  /** Takes the oldest job that waits; empty if there is none. */
  public Optional<ModelTrainingJob> claim() {
    var waiting =
        sql.sql("select id from model_training where state = 'QUEUED' order by asked_at, id")
            .query(UUID.class)
            .list();
    for (var id : waiting) {
      if (jdbc.update(
              "update model_training set state = 'RUNNING' where id = ? and state = 'QUEUED'", id)
          == 1) {
        return find(id);
      }
    }
    return Optional.empty();
  }

  public void done(UUID id, UUID versionId) {
    end(id, ModelTrainingJob.State.DONE, null, versionId);
  }

  public void failed(UUID id, String message) {
    end(
        id,
        ModelTrainingJob.State.FAILED,
        message.substring(0, Math.min(2_000, message.length())),
        null);
  }

  /**
   * Puts jobs that were running when their process died in line again. If another node is still at
   * one, it is trained twice: two equal candidates, no harm.
   */
  public void requeueLost() {
    jdbc.update("update model_training set state = 'QUEUED' where state = 'RUNNING'");
  }

  public Optional<ModelTrainingJob> find(UUID id) {
    return sql.sql(SELECT + " where id = ?").param(id).query(ModelTrainingJobs::job).optional();
  }

  /** The newest first. */
  public List<ModelTrainingJob> newest(int limit) {
    return sql.sql(SELECT + " order by asked_at desc, id limit ?")
        .param(limit)
        .query(ModelTrainingJobs::job)
        .list();
  }

  private void end(
      UUID id, ModelTrainingJob.State state, @Nullable String message, @Nullable UUID versionId) {
    jdbc.update(
        "update model_training set state = ?, message = ?, model_version_id = ?, finished_at = ?"
            + " where id = ?",
        state.name(),
        message,
        versionId,
        Timestamp.from(clock.instant()),
        id);
  }

  private static ModelTrainingJob job(ResultSet row, int i) throws SQLException {
    var finished = row.getTimestamp(14);
    return new ModelTrainingJob(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        ModelTrainingJob.State.valueOf(row.getString(9)),
        row.getString(10),
        row.getObject(11, UUID.class),
        row.getString(12),
        row.getTimestamp(13).toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
