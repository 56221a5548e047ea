package io.waybot.db.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What branch staff may say, and what they must not. */
@Component
public class Scripts {

  public record Script(
      String code,
      String nameZh,
      String nameEn,
      String textZh,
      String textEn,
      @Nullable String dontZh,
      @Nullable String dontEn) {}

  private static final String SELECT =
      "select code, name_zh, name_en, text_zh, text_en, dont_zh, dont_en from script";

  private final JdbcClient sql;
  private final JdbcTemplate writes;

  public Scripts(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  public List<Script> all() {
    return sql.sql(SELECT + " order by code").query(Script.class).list();
  }

  public Optional<Script> find(String code) {
    return sql.sql(SELECT + " where code = ?").param(code).query(Script.class).optional();
  }

  @Transactional
  public void save(Script s) {
    Object[] values = {
      s.nameZh(), s.nameEn(), s.textZh(), s.textEn(), s.dontZh(), s.dontEn(), s.code()
    };
    if (writes.update(
            "update script set name_zh=?, name_en=?, text_zh=?, text_en=?, dont_zh=?, dont_en=?"
                + " where code=?",
            values)
        == 0) {
      writes.update(
          "insert into script (name_zh, name_en, text_zh, text_en, dont_zh, dont_en, code)"
              + " values (?,?,?,?,?,?,?)",
          values);
    }
  }
}
