package io.waybot.db.content;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sentences the platform adds by itself to what is said about a product. */
@Component
public class Disclaimers {

  public record Disclaimer(String code, String textZh, String textEn) {
    public String text(String language) {
      return language.equals("en") ? textEn : textZh;
    }
  }

  private final JdbcClient sql;

  public Disclaimers(JdbcClient sql) {
    this.sql = sql;
  }

  public List<Disclaimer> all() {
    return sql.sql("select code, text_zh, text_en from disclaimer order by code")
        .query(Disclaimer.class)
        .list();
  }

  public Optional<Disclaimer> find(String code) {
    return sql.sql("select code, text_zh, text_en from disclaimer where code = ?")
        .param(code)
        .query(Disclaimer.class)
        .optional();
  }

  @Transactional
  public void save(Disclaimer d) {
    if (sql.sql("update disclaimer set text_zh = ?, text_en = ? where code = ?")
            .params(d.textZh(), d.textEn(), d.code())
            .update()
        == 0) {
      sql.sql("insert into disclaimer (text_zh, text_en, code) values (?,?,?)")
          .params(d.textZh(), d.textEn(), d.code())
          .update();
    }
  }
}
