package io.waybot.bots.dispatch;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The bank's contact cap as contact rule CAP has it now; 2 in 7 days where no rule is set up. */
@Component
class BankCap {
  private static final Cap DEFAULT = new Cap(2, 7);

  /** At most {@code contacts} in {@code days} local days, today included. */
  record Cap(int contacts, int days) {}

  private final JdbcClient sql;
  private final JsonMapper json;

  BankCap(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** Empty when the bank switched the rule off. */
  Optional<Cap> now() {
    var rule =
        sql.sql("select parameters, enabled from contact_rule where code = 'CAP'")
            .query((row, i) ->
                row.getBoolean(2) ? Optional.of(row.getString(1)) : Optional.<String>empty())
            .optional();
    if (rule.isEmpty()) {
      return Optional.of(DEFAULT);
    }
    return rule.get().map(parameters -> json.readValue(parameters, Cap.class));
  }
}
