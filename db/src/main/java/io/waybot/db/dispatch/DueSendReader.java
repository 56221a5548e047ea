package io.waybot.db.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads what the judgement of sends needs: of each its row and its customer, and once for all of
 * them what many share, which are few runs, offers and units.
 */
final class DueSendReader {
  private static final String ROWS =
      """
      select d.id, d.run_id, d.scope_run_id, d.step, d.customer, c.customer_key, c.org_code, d.channel,
        d.content_code, d.content_version, d.product_code, d.language, d.attempts, d.doubts,
        d.uncertain, d.marked_on, d.send_by
      from dispatch d join customer c on c.number = d.customer
      where d.id = any(?)
      order by d.customer, d.id
      """;
  private final JdbcTemplate sql;
  private final Offers offers;

  DueSendReader(JdbcTemplate sql) {
    this.sql = sql;
    this.offers = new Offers(sql);
  }

  private record Row(
      UUID id,
      UUID scopeRunId,
      String step,
      int customer,
      String customerKey,
      String orgCode,
      String channel,
      Offers.Offer offer,
      int attempts,
      int doubts,
      boolean uncertain,
      @Nullable LocalDate markedOn,
      Instant sendBy) {

    DueSend with(Offers.Terms terms, String orgPath) {
      return new DueSend(
          id,
          offer.runId(),
          scopeRunId,
          step,
          terms.journeyId(),
          terms.runState(),
          customer,
          customerKey,
          orgPath,
          channel,
          DispatchKey.opaque(id),
          offer.content(),
          offer.version(),
          offer.product(),
          offer.language(),
          terms.purpose(),
          terms.validUntil(),
          terms.riskLevel(),
          attempts,
          doubts,
          uncertain,
          markedOn,
          sendBy);
    }
  }

  /** In customer order. */
  List<DueSend> those(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var rows = rows(ids);
    var terms = offers.terms(rows.stream().map(Row::offer).collect(Collectors.toSet()));
    var paths = paths(rows.stream().map(Row::orgCode).collect(Collectors.toSet()));
    return rows.stream()
        .map(row ->
            row.with(
                Objects.requireNonNull(terms.get(row.offer())),
                paths.getOrDefault(row.orgCode(), "/")))
        .toList();
  }

  /** Equal offers are one object: thousands of rows have few. */
  private List<Row> rows(Collection<UUID> ids) {
    var distinct = new HashMap<Offers.Offer, Offers.Offer>();
    return sql.query(ROWS, (row, i) -> row(row, distinct), SqlArrays.uuids(ids));
  }

  private static Row row(ResultSet row, Map<Offers.Offer, Offers.Offer> distinct)
      throws SQLException {
    var offer =
        new Offers.Offer(
            row.getObject("run_id", UUID.class),
            row.getString("content_code"),
            row.getInt("content_version"),
            row.getString("product_code"),
            row.getString("language"));
    return new Row(
        row.getObject("id", UUID.class),
        row.getObject("scope_run_id", UUID.class),
        row.getString("step"),
        row.getInt("customer"),
        row.getString("customer_key"),
        row.getString("org_code"),
        row.getString("channel"),
        distinct.computeIfAbsent(offer, same -> same),
        row.getInt("attempts"),
        row.getInt("doubts"),
        row.getBoolean("uncertain"),
        row.getObject("marked_on", LocalDate.class),
        row.getTimestamp("send_by").toInstant());
  }

  private Map<String, String> paths(Set<String> units) {
    var paths = new HashMap<String, String>();
    sql.query(
        "select code, path from org_unit where code = any(?)",
        row -> {
          paths.put(row.getString(1), row.getString(2));
        },
        SqlArrays.texts(units));
    return paths;
  }
}
