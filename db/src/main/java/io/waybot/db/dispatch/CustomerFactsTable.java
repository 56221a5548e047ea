package io.waybot.db.dispatch;

import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads what sending must know from the imported customers, for a batch at a time. */
@Component
public class CustomerFactsTable {
  private static final String DATASET = "customers";
  private static final List<String> WANTED =
      List.of(
          "consent",
          "opted_out_channels",
          "protected_reason",
          "complaint_open",
          "contacts_7d",
          "risk_level",
          "risk_state",
          "risk_valid_until",
          "phone",
          "mail",
          "device_id",
          "sms_ok",
          "push_ok",
          "mail_ok",
          "call_ok",
          "app_status",
          "surname_zh",
          "surname_en",
          "gender");

  private final JdbcTemplate sql;
  private final DatasetCatalog catalog;

  public CustomerFactsTable(JdbcTemplate sql, DatasetCatalog catalog) {
    this.sql = sql;
    this.catalog = catalog;
  }

  /** Facts by customer; customers without a row are absent. */
  public Map<Integer, CustomerFacts> of(Collection<Integer> customers) {
    return read("where c.number = any(?)", SqlArrays.ints(customers));
  }

  /** Facts of one customer. */
  public CustomerFacts of(int customer) {
    return read("where c.number = ?", customer).getOrDefault(customer, CustomerFacts.NONE);
  }

  private Map<Integer, CustomerFacts> read(String condition, Object parameter) {
    var table = catalog.find(DATASET);
    if (table.isEmpty()) {
      return Map.of();
    }
    var known =
        catalog.columns(DATASET).stream().map(DatasetColumn::name).collect(Collectors.toSet());
    var columns = WANTED.stream().filter(known::contains).toList();
    var query =
        "select c.number"
            + columns.stream().map(column -> ", c." + column).collect(Collectors.joining())
            + " from "
            + table.get().table()
            + " c "
            + condition
            + " and c.row_active";
    var places = new HashMap<String, Integer>();
    columns.forEach(column -> places.put(column, places.size()));
    var facts = new HashMap<Integer, CustomerFacts>();
    sql.query(
        query,
        row -> {
          var values = new @Nullable String[columns.size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = row.getString(i + 2);
          }
          facts.put(row.getInt(1), new CustomerFacts(places, values));
        },
        parameter);
    return facts;
  }
}
