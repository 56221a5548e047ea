package io.waybot.db.segment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The bank's segments. */
@Component
public class SegmentStore {
  private final JdbcClient sql;
  private final JdbcTemplate batch;
  private final JsonMapper json;

  SegmentStore(JdbcClient sql, JdbcTemplate batch, JsonMapper json) {
    this.sql = sql;
    this.batch = batch;
    this.json = json;
  }

  /** All segments by code. */
  public List<Segment> all() {
    return sql.sql(SELECT + " order by code").query(this::segment).list();
  }

  public Optional<Segment> find(String code) {
    return sql.sql(SELECT + " where code = ?").param(code).query(this::segment).optional();
  }

  public Optional<Segment> find(UUID id) {
    return sql.sql(SELECT + " where id = ?").param(id).query(this::segment).optional();
  }

  /**
   * Stores a new segment.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the code is taken
   */
  @Transactional
  public void add(Segment segment) {
    batch.update(
        "insert into segment (id, code, name_zh, name_en, owner_org, kind, rule, list_audience_id,"
            + " changed_by, changed_at, version) values (?,?,?,?,?,?,?,?,?,?,?)",
        segment.id(),
        segment.code(),
        segment.nameZh(),
        segment.nameEn(),
        segment.ownerOrg(),
        segment.rule() == null ? "LIST" : "RULE",
        written(segment.rule()),
        segment.listAudienceId(),
        segment.changedBy(),
        Timestamp.from(segment.changedAt()),
        segment.version());
    remember(segment);
  }

  /**
   * Stores a changed segment; what it was stays readable.
   *
   * @throws OptimisticLockingFailureException if somebody else changed it meanwhile
   */
  @Transactional
  public void change(Segment segment) {
    int changed =
        batch.update(
            "update segment set name_zh = ?, name_en = ?, kind = ?, rule = ?, list_audience_id = ?,"
                + " changed_by = ?, changed_at = ?, version = ? where id = ? and version = ?",
            segment.nameZh(),
            segment.nameEn(),
            segment.rule() == null ? "LIST" : "RULE",
            written(segment.rule()),
            segment.listAudienceId(),
            segment.changedBy(),
            Timestamp.from(segment.changedAt()),
            segment.version(),
            segment.id(),
            segment.version() - 1);
    if (changed == 0) {
      throw new OptimisticLockingFailureException(
          "segment " + segment.code() + " was changed by somebody else");
    }
    remember(segment);
  }

  /** Every version the segment ever had, the newest first. */
  public List<Segment> versions(Segment segment) {
    return sql.sql(
            "select s.id, s.code, h.name_zh, h.name_en, s.owner_org, h.rule, h.list_audience_id,"
                + " h.changed_by, h.changed_at, h.version from segment_history h join segment s on"
                + " s.id = h.segment_id where h.segment_id = ? order by h.version desc")
        .param(segment.id())
        .query(this::segment)
        .list();
  }

  private void remember(Segment segment) {
    batch.update(
        "insert into segment_history (segment_id, version, name_zh, name_en, rule,"
            + " list_audience_id, changed_by, changed_at) values (?,?,?,?,?,?,?,?)",
        segment.id(),
        segment.version(),
        segment.nameZh(),
        segment.nameEn(),
        written(segment.rule()),
        segment.listAudienceId(),
        segment.changedBy(),
        Timestamp.from(segment.changedAt()));
  }

  private @Nullable String written(@Nullable SegmentRule rule) {
    return rule == null ? null : json.writeValueAsString(rule);
  }

  private static final String SELECT =
      "select id, code, name_zh, name_en, owner_org, rule, list_audience_id, changed_by,"
          + " changed_at, version from segment";

  private Segment segment(ResultSet row, int i) throws SQLException {
    var rule = row.getString(6);
    return new Segment(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        rule == null ? null : json.readValue(rule, SegmentRule.class),
        row.getObject(7, UUID.class),
        row.getString(8),
        row.getTimestamp(9).toInstant(),
        row.getInt(10));
  }
}
