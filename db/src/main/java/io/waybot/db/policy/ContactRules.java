package io.waybot.db.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bank's contact rules; they may be made stricter, never looser and never switched off here.
 */
@Component
public class ContactRules {
  private static final String SELECT = "select code, position, parameters, floor from contact_rule";
  private static final TypeReference<Map<String, Integer>> PARAMETERS = new TypeReference<>() {};

  private final JdbcClient sql;
  private final JsonMapper json;

  ContactRules(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  /** The rules in force, in the order they apply. */
  public List<ContactRule> inOrder() {
    return sql.sql(SELECT + " where enabled order by position").query(this::rule).list();
  }

  public Optional<ContactRule> find(String code) {
    return sql.sql(SELECT + " where code = ?").param(code).query(this::rule).optional();
  }

  /**
   * Changes parameters for everybody from now on.
   *
   * @throws IllegalArgumentException if there is no such rule or a parameter would be looser
   */
  @Transactional
  public ContactRule tighten(String code, Map<String, Integer> changes) {
    var changed =
        find(code)
            .orElseThrow(() -> new IllegalArgumentException("there is no contact rule " + code))
            .with(changes);
    sql.sql("update contact_rule set parameters = ? where code = ?")
        .params(json.writeValueAsString(changed.parameters()), code)
        .update();
    return changed;
  }

  private ContactRule rule(ResultSet row, int i) throws SQLException {
    return new ContactRule(
        row.getString(1),
        row.getInt(2),
        Map.copyOf(json.readValue(row.getString(3), PARAMETERS)),
        Map.copyOf(json.readValue(row.getString(4), PARAMETERS)));
  }
}
