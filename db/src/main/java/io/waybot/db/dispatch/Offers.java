package io.waybot.db.dispatch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What runs offer, as it stands now: a block sends one offer, or a few, to thousands. */
final class Offers {
  private static final String TERMS =
      """
      select k.run_id, k.content, k.version, k.product, k.language, r.journey_id, r.state,
        t.purpose, h.valid_until, p.risk_level
      from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as integer array),
        cast(? as varchar array), cast(? as varchar array))
        as k(run_id, content, version, product, language)
      join run r on r.id = k.run_id
      left join content t on t.code = k.content
      left join content_history h on h.content_code = k.content and h.version = k.version
        and h.language = k.language
      left join product p on p.code = k.product
      """;

  private final JdbcTemplate sql;

  Offers(JdbcTemplate sql) {
    this.sql = sql;
  }

  /** All that the sends of it have in common. */
  record Offer(
      UUID runId, String content, int version, @Nullable String product, String language) {}

  /** What is true of an offer. */
  record Terms(
      UUID journeyId,
      String runState,
      String purpose,
      @Nullable LocalDate validUntil,
      @Nullable Integer riskLevel) {}

  /** Of each. */
  Map<Offer, Terms> terms(Set<Offer> distinct) {
    var offers = List.copyOf(distinct);
    var terms = new HashMap<Offer, Terms>();
    sql.query(
        TERMS,
        row -> {
          terms.put(
              new Offer(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getInt(3),
                  row.getString(4),
                  row.getString(5)),
              new Terms(
                  row.getObject(6, UUID.class),
                  row.getString(7),
                  Objects.requireNonNullElse(row.getString(8), "MARKETING"),
                  row.getObject(9, LocalDate.class),
                  row.getObject(10, Integer.class)));
        },
        SqlArrays.uuids(offers.stream().map(Offer::runId).toList()),
        SqlArrays.texts(offers.stream().map(Offer::content).toList()),
        SqlArrays.ints(offers.stream().map(Offer::version).toList()),
        SqlArrays.textsOrNull(offers.stream().map(Offer::product).toList()),
        SqlArrays.texts(offers.stream().map(Offer::language).toList()));
    return terms;
  }
}
