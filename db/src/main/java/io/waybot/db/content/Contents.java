package io.waybot.db.content;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The contents and every wording they ever had. The caller writes the audit entry. */
@Component
public class Contents {
  private static final String SELECT =
      "select id, code, product_code, owner_org, purpose, valid_from, valid_until, page,"
          + " changed_by, changed_at, version from content";

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final Clock clock;

  public Contents(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.clock = clock;
  }

  public List<Content> all() {
    var texts = new HashMap<UUID, Map<String, Content.Text>>();
    sql.sql("select content_id, language, title, body from content_text")
        .query(row -> {
          texts
              .computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
              .put(row.getString(2), new Content.Text(row.getString(3), row.getString(4)));
        });
    return sql.sql(SELECT + " order by code")
        .query((row, i) -> content(row, texts.getOrDefault(row.getObject(1, UUID.class), Map.of())))
        .list();
  }

  public Optional<Content> find(String code) {
    return sql.sql(SELECT + " where code = ?")
        .param(code)
        .query((row, i) -> content(row, textsOf(row.getObject(1, UUID.class))))
        .optional();
  }

  /** Writes a content that did not exist; answers version 1. */
  @Transactional
  public Content create(ContentDraft draft, String by) {
    var id = UUID.randomUUID();
    writes.update(
        "insert into content (id, code, product_code, owner_org, purpose, valid_from, valid_until,"
            + " page, changed_by, changed_at, version) values (?,?,?,?,?,?,?,?,?,?,1)",
        id,
        draft.code(),
        draft.productCode(),
        draft.ownerOrg(),
        draft.purpose(),
        draft.validFrom(),
        draft.validUntil(),
        draft.page(),
        by,
        Timestamp.from(clock.instant()));
    return written(id, draft, by, 1);
  }

  /**
   * Replaces the words of version {@code seenVersion} and answers the next version.
   *
   * @throws IllegalStateException if somebody else changed it meanwhile
   */
  @Transactional
  public Content change(ContentDraft draft, int seenVersion, String by) {
    int changed =
        writes.update(
            "update content set product_code=?, owner_org=?, purpose=?, valid_from=?,"
                + " valid_until=?, page=?, changed_by=?, changed_at=?, version=version+1 where"
                + " code=? and version=?",
            draft.productCode(),
            draft.ownerOrg(),
            draft.purpose(),
            draft.validFrom(),
            draft.validUntil(),
            draft.page(),
            by,
            Timestamp.from(clock.instant()),
            draft.code(),
            seenVersion);
    if (changed == 0) {
      throw new IllegalStateException("content " + draft.code() + " was changed by somebody else");
    }
    var id = find(draft.code()).orElseThrow().id();
    return written(id, draft, by, seenVersion + 1);
  }

  private Content written(UUID id, ContentDraft draft, String by, int version) {
    writes.update("delete from content_text where content_id = ?", id);
    for (var entry : draft.texts().entrySet()) {
      var language = entry.getKey();
      var text = entry.getValue();
      writes.update(
          "insert into content_text (content_id, language, title, body) values (?,?,?,?)",
          id,
          language,
          text.title(),
          text.body());
      writes.update(
          "insert into content_history (content_code, version, language, title, body, valid_until,"
              + " changed_by, changed_at) values (?,?,?,?,?,?,?,?)",
          draft.code(),
          version,
          language,
          text.title(),
          text.body(),
          draft.validUntil(),
          by,
          Timestamp.from(clock.instant()));
    }
    return find(draft.code()).orElseThrow();
  }

  /** The words of one version, as sent. */
  public Optional<Wording> wording(String code, int version, String language) {
    return sql.sql(
            "select content_code, version, language, title, body, valid_until from content_history"
                + " where content_code = ? and version = ? and language = ?")
        .params(code, version, language)
        .query(Wording.class)
        .optional();
  }

  /**
   * The version of a content that the approvers of a journey version saw: the newest one written
   * before it was submitted, or simply the newest when it never was (a rehearsal of a draft).
   */
  public Optional<Integer> approvedVersion(String code, UUID journeyVersionId) {
    return sql.sql(
            "select max(h.version) from content_history h where h.content_code = ? and h.changed_at"
                + " <= coalesce((select v.submitted_at from journey_version v where v.id = ?),"
                + " h.changed_at)")
        .params(code, journeyVersionId)
        .query(Integer.class)
        .optional();
  }

  private Map<String, Content.Text> textsOf(UUID id) {
    var texts = new HashMap<String, Content.Text>();
    sql.sql("select language, title, body from content_text where content_id = ?")
        .param(id)
        .query(row -> {
          texts.put(row.getString(1), new Content.Text(row.getString(2), row.getString(3)));
        });
    return texts;
  }

  private static Content content(java.sql.ResultSet row, Map<String, Content.Text> texts)
      throws java.sql.SQLException {
    return new Content(
        row.getObject("id", UUID.class),
        row.getString("code"),
        row.getString("product_code"),
        row.getString("owner_org"),
        row.getString("purpose"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("page"),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(),
        row.getInt("version"),
        Map.copyOf(texts));
  }
}
