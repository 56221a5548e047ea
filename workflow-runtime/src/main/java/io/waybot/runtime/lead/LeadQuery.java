package io.waybot.runtime.lead;

import io.waybot.bots.score.Reason;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.lead.LeadOutcome;
import io.waybot.db.lead.LeadState;
import io.waybot.runtime.access.Masked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads leads with the words that belong to them. Whoever calls has settled what may be seen. */
@Component
class LeadQuery {
  private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
  private static final List<String> PERSONAL = List.of("surname_zh", "surname_en", "phone");
  private static final String SELECT =
      "select l.id, l.customer, c.customer_key, l.staff_login, l.org_code, l.run_id, j.journey_key,"
          + " j.name_zh, j.name_en, l.product_code, p.name_zh, p.name_en, l.script_code,"
          + " l.priority, l.score, l.reasons, l.state, l.outcome, l.note, l.call_again_on,"
          + " l.due_on, coalesce(p.recorded_sale, false), p.product_class from lead l join customer"
          + " c on c.number = l.customer join journey j on j.id = l.journey_id join org_unit o on"
          + " o.code = l.org_code left join product p on p.code = l.product_code where ";

  private final JdbcTemplate sql;
  private final CustomerColumns columns;
  private final DatasetCatalog catalog;
  private final JsonMapper json;
  private final Clock clock;

  LeadQuery(
      JdbcTemplate sql,
      CustomerColumns columns,
      DatasetCatalog catalog,
      JsonMapper json,
      Clock clock) {
    this.sql = sql;
    this.columns = columns;
    this.catalog = catalog;
    this.json = json;
    this.clock = clock;
  }

  /** Part of a where clause about {@code l} (lead) and {@code o} (its unit), with its values. */
  record Condition(String sql, List<Object> values) {
    Condition and(String more, Object... moreValues) {
      var all = new ArrayList<>(values);
      all.addAll(List.of(moreValues));
      return new Condition(sql + " and " + more, all);
    }
  }

  /** Open ones first, by priority. */
  List<LeadRow> rows(Condition condition, int offset, int limit) {
    var paged = new ArrayList<>(condition.values());
    paged.add(limit);
    paged.add(offset);
    var found =
        sql.query(
            SELECT
                + condition.sql()
                + " order by case l.state when 'OPEN' then 0 else 1 end, l.priority, l.created_at"
                + " desc, l.id limit ? offset ?",
            this::found,
            paged.toArray());
    var personal = personal(found);
    return found.stream().map(lead -> lead.masked(personal.get(lead.customer))).toList();
  }

  private record Found(int customer, LeadRow row) {
    LeadRow masked(String @Nullable [] personal) {
      return new LeadRow(
          row.id(),
          row.customer(),
          Masked.name(personal == null ? null : personal[0]),
          Masked.name(personal == null ? null : personal[1]),
          Masked.phone(personal == null ? null : personal[2]),
          row.staff(),
          row.org(),
          row.runId(),
          row.journey(),
          row.journeyZh(),
          row.journeyEn(),
          row.product(),
          row.productZh(),
          row.productEn(),
          row.script(),
          row.priority(),
          row.score(),
          row.reasons(),
          row.state(),
          row.outcome(),
          row.note(),
          row.callAgainOn(),
          row.dueOn(),
          row.overdue(),
          row.recordedSale(),
          row.productClass());
    }
  }

  private Found found(ResultSet row, int i) throws SQLException {
    var state = LeadState.valueOf(row.getString(17));
    var outcome = row.getString(18);
    var dueOn = row.getObject(21, LocalDate.class);
    return new Found(
        row.getInt(2),
        new LeadRow(
            row.getObject(1, UUID.class),
            row.getString(3),
            "",
            "",
            "",
            row.getString(4),
            row.getString(5),
            row.getObject(6, UUID.class),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getString(13),
            row.getInt(14),
            row.getDouble(15),
            json.readValue(row.getString(16), REASONS),
            state,
            outcome == null ? null : LeadOutcome.valueOf(outcome),
            row.getString(19),
            row.getObject(20, LocalDate.class),
            dueOn,
            state == LeadState.OPEN && dueOn.isBefore(LocalDate.now(clock)),
            row.getBoolean(22),
            row.getString(23)));
  }

  private Map<Integer, String[]> personal(List<Found> leads) {
    var values = new HashMap<Integer, String[]>();
    var delivered =
        PERSONAL.stream().filter(column -> catalog.has(Dataset.CUSTOMERS, column)).toList();
    if (delivered.isEmpty() || leads.isEmpty()) {
      return values;
    }
    var numbers = new RoaringBitmap();
    leads.forEach(lead -> numbers.add(lead.customer()));
    columns.scan(
        Dataset.CUSTOMERS,
        delivered,
        numbers,
        row -> {
          var texts = new String[PERSONAL.size()];
          for (int i = 0; i < delivered.size(); i++) {
            texts[PERSONAL.indexOf(delivered.get(i))] = row.text(i);
          }
          values.put(row.customer(), texts);
        });
    return values;
  }
}
