package io.waybot.db.result;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which files the runs have made. */
@Component
public class ResultFileTable {
  private static final String SELECT =
      "select id, run_id, element_id, pass, name, media_type, path, row_count, sha256, created_at"
          + " from result_file";

  private final JdbcClient sql;
  private final JdbcTemplate batch;

  ResultFileTable(JdbcClient sql, JdbcTemplate batch) {
    this.sql = sql;
    this.batch = batch;
  }

  /** Notes a file; the same name of the same pass replaces what was there. */
  @Transactional
  public void save(ResultFile file) {
    batch.update(
        "delete from result_file where run_id = ? and element_id = ? and pass = ? and name = ?",
        file.runId(),
        file.elementId(),
        file.pass(),
        file.name());
    batch.update(
        "insert into result_file (id, run_id, element_id, pass, name, media_type, path, row_count,"
            + " sha256, created_at) values (?,?,?,?,?,?,?,?,?,?)",
        file.id(),
        file.runId(),
        file.elementId(),
        file.pass(),
        file.name(),
        file.mediaType(),
        file.path(),
        file.rows(),
        file.sha256(),
        Timestamp.from(file.createdAt()));
  }

  /** A run's files in the order they were made. */
  public List<ResultFile> ofRun(UUID runId) {
    return sql.sql(SELECT + " where run_id = ? order by created_at, name")
        .param(runId)
        .query(ResultFileTable::file)
        .list();
  }

  public Optional<ResultFile> find(UUID id) {
    return sql.sql(SELECT + " where id = ?").param(id).query(ResultFileTable::file).optional();
  }

  private static ResultFile file(ResultSet row, int i) throws SQLException {
    return new ResultFile(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getInt(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getLong(8),
        row.getString(9),
        row.getTimestamp(10).toInstant());
  }
}
