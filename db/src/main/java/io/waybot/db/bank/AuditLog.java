package io.waybot.db.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what, append only. Every entry's hash covers the hash before it and the newest one is
 * kept apart, so an entry that was changed, removed or cut off at the end is found by {@link
 * #firstBroken}.
 *
 * <p>Entries are written in the caller's transaction and one after the other: append as the last
 * thing of a short transaction.
 */
@Component
public class AuditLog {
  private static final String HEAD = "audit.head";
  private static final String SELECT =
      "select seq, at, actor, act, subject, detail, prev_hash, hash from audit_entry";

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final Clock clock;

  AuditLog(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.clock = clock;
  }

  /**
   * @param act what was done, {@code journey.submit}
   * @param subject to what or whom
   * @param detail anything a reader needs, never a phone number, account or secret
   */
  @Transactional
  public void append(String actor, String act, String subject, @Nullable String detail) {
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS); // what both databases keep
    var before =
        sql.sql("select text from setting where name = ? for update")
            .param(HEAD)
            .query(String.class)
            .single();
    var hash = hash(before, at, actor, act, subject, detail);
    writes.update(
        "insert into audit_entry (at, actor, act, subject, detail, prev_hash, hash)"
            + " values (?,?,?,?,?,?,?)",
        Timestamp.from(at),
        actor,
        act,
        subject,
        detail,
        before,
        hash);
    sql.sql("update setting set text = ?, changed_at = ?, changed_by = ? where name = ?")
        .params(hash, Timestamp.from(at), actor, HEAD)
        .update();
  }

  /** The newest entries first. */
  public List<AuditEntry> newest(int limit, int offset) {
    return sql.sql(SELECT + " order by seq desc limit ? offset ?")
        .params(limit, offset)
        .query(AuditLog::entry)
        .list();
  }

  /** Everything that happened to one subject, oldest first. */
  public List<AuditEntry> of(String subject) {
    return sql.sql(SELECT + " where subject = ? order by seq")
        .param(subject)
        .query(AuditLog::entry)
        .list();
  }

  public long count() {
    return sql.sql("select count(*) from audit_entry").query(Long.class).single();
  }

  /**
   * Recomputes the whole chain.
   *
   * @return the first entry that is not what was written; the number after the last one when
   *     entries were cut off at the end; empty when all is well
   */
  @Transactional(readOnly = true)
  public Optional<Long> firstBroken() {
    var before = "";
    long seq = 0;
    try (var entries = sql.sql(SELECT + " order by seq").query(AuditLog::entry).stream()) {
      for (var it = entries.iterator(); it.hasNext(); ) {
        var e = it.next();
        seq = e.seq();
        var expected = hash(before, e.at(), e.actor(), e.act(), e.subject(), e.detail());
        if (!e.prevHash().equals(before) || !e.hash().equals(expected)) {
          return Optional.of(seq);
        }
        before = e.hash();
      }
    }
    var head = sql.sql("select text from setting where name = ?").param(HEAD).query(String.class);
    return head.single().equals(before) ? Optional.empty() : Optional.of(seq + 1);
  }

  private static String hash(
      String before,
      Instant at,
      String actor,
      String act,
      String subject,
      @Nullable String detail) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : new String[] {before, at.toString(), actor, act, subject}) {
        sha.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
      }
      sha.update(
          (detail == null ? "-" : detail.length() + ":" + detail).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AuditEntry entry(ResultSet row, int i) throws SQLException {
    return new AuditEntry(
        row.getLong(1),
        row.getTimestamp(2).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }
}
