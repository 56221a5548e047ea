package io.waybot.db.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The data gate: which datasets have a finished import that is new enough. */
@Component
public class DataFreshness {
  private final JdbcClient sql;

  DataFreshness(JdbcClient sql) {
    this.sql = sql;
  }

  /** Whether each of the datasets has a finished import that describes this date or a later one. */
  public boolean arrived(Collection<String> datasets, LocalDate dataDate) {
    return missing(datasets, dataDate).isEmpty();
  }

  /** Those of the datasets that have not arrived, in the order given. */
  public List<String> missing(Collection<String> datasets, LocalDate dataDate) {
    var missing = new ArrayList<String>();
    for (var dataset : datasets) {
      boolean there =
          sql.sql(
                      "select count(*) from import_job where dataset = ? and state = 'DONE' and"
                          + " data_date >= ?")
                  .params(dataset, dataDate)
                  .query(Integer.class)
                  .single()
              > 0;
      if (!there) {
        missing.add(dataset);
      }
    }
    return missing;
  }

  /** The newest finished import of each dataset, by dataset: what a step records that it read. */
  public Map<String, UUID> newest() {
    var newest = new TreeMap<String, UUID>();
    sql.sql("select name, last_import_id from dataset where last_import_id is not null")
        .query(row -> {
          newest.put(row.getString(1), row.getObject(2, UUID.class));
        });
    return newest;
  }
}
