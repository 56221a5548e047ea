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
      select id, run_id, scope_run_id, step, customer, channel, content_code, content_version,
        product_code, language, attempts, doubts, uncertain, marked_on, send_by
      from dispatch
      where id = any(?)
      order by customer, id
      """;

  private final JdbcTemplate sql;
  private final Offers offers;

  DueSendReader(JdbcTemplate sql) {
    this.sql = sql;
    this.offers = new Offers(sql);
  }

  private record Person(String key, String orgCode) {}

  private record Row(
      UUID id,
      UUID scopeRunId,
      String step,
      int customer,
      String channel,
      Offers.Offer offer,
      int attempts,
      int doubts,
      boolean uncertain,
      @Nullable LocalDate markedOn,
      Instant sendBy) {

    DueSend with(Offers.Terms terms, Person person, String orgPath) {
      return new DueSend(
          id,
          offer.runId(),
          scopeRunId,
          step,
          terms.journeyId(),
          terms.runState(),
          customer,
          person.key(),
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
    var people = people(rows.stream().map(Row::customer).collect(Collectors.toSet()));
    var paths = paths(people.values().stream().map(Person::orgCode).collect(Collectors.toSet()));
    return rows.stream()
        .map(row -> {
          var person = Objects.requireNonNull(people.get(row.customer()));
          return row.with(
              Objects.requireNonNull(terms.get(row.offer())),
              person,
              paths.getOrDefault(person.orgCode(), "/"));
        })
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
        row.getString("channel"),
        distinct.computeIfAbsent(offer, same -> same),
        row.getInt("attempts"),
        row.getInt("doubts"),
        row.getBoolean("uncertain"),
        row.getObject("marked_on", LocalDate.class),
        row.getTimestamp("send_by").toInstant());
  }

  /** Asked for by number: joined, PostgreSQL would read all customers for each round. */
  private Map<Integer, Person> people(Set<Integer> customers) {
    var people = new HashMap<Integer, Person>();
    sql.query(
        "select number, customer_key, org_code from customer where number = any(?)",
        row -> {
          people.put(row.getInt(1), new Person(row.getString(2), row.getString(3)));
        },
        SqlArrays.ints(customers));
    return people;
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
