package io.waybot.db.experiment;

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

/** Which files runs have written; writing one of the same step and name again replaces its row. */
@Component
public class ResultFiles {
  private static final String SELECT =
      "select f.id, f.run_id, f.element_id, f.pass, f.name, f.media_type, f.path, f.row_count,"
          + " f.sha256, f.created_at, f.recipients from result_file f";
  private final JdbcClient sql;
  private final JdbcTemplate jdbc;

  ResultFiles(JdbcClient sql, JdbcTemplate jdbc) {
    this.sql = sql;
    this.jdbc = jdbc;
  }

  @Transactional
  public void save(ResultFile file) {
    jdbc.update(
        "delete from result_file where run_id = ? and element_id = ? and pass = ? and name = ?",
        file.runId(),
        file.elementId(),
        file.pass(),
        file.name());
    jdbc.update(
        "insert into result_file (id, run_id, element_id, pass, name, media_type, path, row_count,"
            + " sha256, created_at, recipients) values (?,?,?,?,?,?,?,?,?,?,?)",
        file.id(),
        file.runId(),
        file.elementId(),
        file.pass(),
        file.name(),
        file.mediaType(),
        file.path(),
        file.rows(),
        file.sha256(),
        Timestamp.from(file.createdAt()),
        String.join(",", file.recipients()));
  }

  public Optional<ResultFile> find(UUID id) {
    return sql.sql(SELECT + " where f.id = ?").param(id).query(ResultFiles::file).optional();
  }

  /** A run's files in the order they were written. */
  public List<ResultFile> ofRun(UUID runId) {
    return sql.sql(SELECT + " where f.run_id = ? order by f.created_at, f.name")
        .param(runId)
        .query(ResultFiles::file)
        .list();
  }

  /**
   * The newest files of journeys that units below a path own.
   *
   * @param orgPathLike such as {@code /00/11/%}
   */
  public List<ResultFile> newest(String orgPathLike, int offset, int limit) {
    return sql.sql(
            SELECT
                + " join run r on r.id = f.run_id join journey j on j.id = r.journey_id"
                + " join org_unit o on o.code = j.owner_org where o.path like ?"
                + " order by f.created_at desc, f.id limit ? offset ?")
        .params(orgPathLike, limit, offset)
        .query(ResultFiles::file)
        .list();
  }

  /** Whether the file's journey is owned by a unit below the path. */
  public boolean inScope(ResultFile file, String orgPathLike) {
    return sql.sql(
                "select count(*) from run r join journey j on j.id = r.journey_id"
                    + " join org_unit o on o.code = j.owner_org where r.id = ? and o.path like ?")
            .params(file.runId(), orgPathLike)
            .query(Integer.class)
            .single()
        > 0;
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
        row.getTimestamp(10).toInstant(),
        List.of(row.getString(11).split(",")));
  }
}
