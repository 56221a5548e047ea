package io.waybot.db.bank;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Named settings of this installation, one text each. */
@Component
public class Settings {
  private final JdbcClient sql;
  private final Clock clock;

  Settings(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  public Optional<String> find(String name) {
    return sql.sql("select text from setting where name = ?")
        .param(name)
        .query(String.class)
        .optional();
  }

  public void put(String name, String text, String changedBy) {
    var now = Timestamp.from(clock.instant());
    int changed =
        sql.sql("update setting set text = ?, changed_at = ?, changed_by = ? where name = ?")
            .params(text, now, changedBy, name)
            .update();
    if (changed == 0) {
      sql.sql("insert into setting (name, text, changed_at, changed_by) values (?,?,?,?)")
          .params(name, text, now, changedBy)
          .update();
    }
  }
}
