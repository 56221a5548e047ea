package io.waybot.db.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The line in which imports wait; one runs at a time in the whole installation. */
@Component
public class ImportJobs {
  /** A running import that has not renewed its lease for so long has lost its process. */
  public static final Duration LEASE = Duration.ofSeconds(20);

  private final JdbcClient sql;
  private final JdbcTemplate batch;

  ImportJobs(JdbcClient sql, JdbcTemplate batch) {
    this.sql = sql;
    this.batch = batch;
  }

  /** Puts a new import at the end of the line. */
  public void queue(ImportJob job) {
    batch.update(
        "insert into import_job (id, dataset, data_date, mode, state, file_name, mapping,"
            + " started_by, queued_at) values (?,?,?,?,'QUEUED',?,?,?,?)",
        job.id(),
        job.dataset(),
        job.dataDate(),
        job.mode(),
        job.fileName(),
        job.mapping(),
        job.startedBy(),
        Timestamp.from(job.queuedAt()));
  }

  public Optional<ImportJob> find(UUID id) {
    return sql.sql(SELECT + " where id = ?").param(id).query(ImportJobs::job).optional();
  }

  /** The newest first. */
  public List<ImportJob> page(int offset, int limit) {
    return sql.sql(SELECT + " order by queued_at desc, id limit ? offset ?")
        .params(limit, offset)
        .query(ImportJobs::job)
        .list();
  }

  /**
   * Takes the oldest waiting import whose file this node has, unless one is running. An import of a
   * dead process is taken again from its beginning: it had changed nothing.
   */
  @Transactional
  public Optional<ImportJob> claim(String node, Predicate<UUID> hasFile) {
    var now = databaseTime();
    sql.sql("select id from import_gate where id = 1 for update").query(Integer.class).single();
    batch.update(
        "update import_job set state = 'QUEUED', rows_read = 0 where state = 'RUNNING'"
            + " and (lease_until is null or lease_until < ?)",
        Timestamp.from(now));
    boolean busy =
        sql.sql("select count(*) from import_job where state = 'RUNNING'")
                .query(Integer.class)
                .single()
            > 0;
    if (busy) {
      return Optional.empty();
    }
    var next =
        sql
            .sql(SELECT + " where state = 'QUEUED' order by queued_at, id")
            .query(ImportJobs::job)
            .list()
            .stream()
            .filter(job -> hasFile.test(job.id()))
            .findFirst();
    next.ifPresent(job ->
        batch.update(
            "update import_job set state = 'RUNNING', node = ?, lease_until = ? where id = ?",
            node,
            Timestamp.from(now.plus(LEASE)),
            job.id()));
    return next;
  }

  /**
   * Says how far it is and renews the lease.
   *
   * @return false if another node has taken the import over: stop at once
   */
  public boolean progress(UUID id, String node, long rows) {
    return batch.update(
            "update import_job set rows_read = ?, lease_until = ? where id = ? and state ="
                + " 'RUNNING' and node = ?",
            rows,
            Timestamp.from(databaseTime().plus(LEASE)),
            id,
            node)
        == 1;
  }

  /** Puts an import of this node back in line: it had changed nothing. */
  public void release(UUID id, String node) {
    batch.update(
        "update import_job set state = 'QUEUED', rows_read = 0 where id = ? and state = 'RUNNING'"
            + " and node = ?",
        id,
        node);
  }

  /**
   * Ends an import well; in the transaction that applies it.
   *
   * @return false if another node has taken the import over: roll back
   */
  public boolean done(
      UUID id, String node, ImportCounts counts, @Nullable String errorsFile, Instant at) {
    return batch.update(
            "update import_job set state = 'DONE', rows_read = ?, inserted = ?, updated = ?,"
                + " unchanged = ?, rejected = ?, deactivated = ?, errors_file = ?, finished_at = ?"
                + " where id = ? and state = 'RUNNING' and node = ?",
            counts.rows(),
            counts.inserted(),
            counts.updated(),
            counts.unchanged(),
            counts.rejected(),
            counts.deactivated(),
            errorsFile,
            Timestamp.from(at),
            id,
            node)
        == 1;
  }

  /** Ends an import that changed nothing. */
  public void ended(
      UUID id, String node, ImportJob.State state, ImportJob.Reason reason, Instant at) {
    batch.update(
        "update import_job set state = ?, rows_read = 0, reason_code = ?, reason_zh = ?, reason_en"
            + " = ?, finished_at = ? where id = ? and state = 'RUNNING' and node = ?",
        state.name(),
        reason.code(),
        reason.zh(),
        reason.en(),
        Timestamp.from(at),
        id,
        node);
  }

  /**
   * Leases are judged by the database's clock, which is the same for all nodes and never a demo's.
   */
  private Instant databaseTime() {
    return sql.sql("select current_timestamp").query(Timestamp.class).single().toInstant();
  }

  private static final String SELECT =
      "select id, dataset, data_date, mode, state, file_name, mapping, rows_read, inserted,"
          + " updated, unchanged, rejected, deactivated, reason_code, reason_zh, reason_en,"
          + " errors_file, started_by, queued_at, finished_at from import_job";

  private static ImportJob job(ResultSet row, int i) throws SQLException {
    var code = row.getString(14);
    var finished = row.getTimestamp(20);
    return new ImportJob(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getDate(3).toLocalDate(),
        row.getString(4),
        ImportJob.State.valueOf(row.getString(5)),
        row.getString(6),
        row.getString(7),
        new ImportCounts(
            row.getLong(8),
            row.getLong(9),
            row.getLong(10),
            row.getLong(11),
            row.getLong(12),
            row.getLong(13)),
        code == null ? null : new ImportJob.Reason(code, row.getString(15), row.getString(16)),
        row.getString(17),
        row.getString(18),
        row.getTimestamp(19).toInstant(),
        finished == null ? null : finished.toInstant());
  }
}
