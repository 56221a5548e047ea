package io.waybot.db.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.waybot.db.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The shared test server runs with {@code synchronous_commit = off}, as a bank's might. */
class PostgresSessionTest {

  @Test
  void commitsAreOnDiskWhereTheServerSaysOff() {
    assertThat(setting("synchronous_commit", "")).isEqualTo("on");
  }

  @Test
  void keepsAStricterSetting() {
    assertThat(setting("synchronous_commit", "&options=-c%20synchronous_commit=remote_apply"))
        .isEqualTo("remote_apply");
  }

  @Test
  void plansForTheTablesAsTheyAre() {
    assertThat(setting("plan_cache_mode", "")).isEqualTo("force_custom_plan");
  }

  private static String setting(String name, String options) {
    try (var pool = new HikariDataSource()) {
      pool.setJdbcUrl(TestDatabase.POSTGRESQL.url() + options);
      pool.setUsername(TestDatabase.POSTGRESQL.user());
      new PostgresSession().postProcessAfterInitialization(pool, "dataSource");
      return new JdbcTemplate(pool).queryForObject("select current_setting(?)", String.class, name);
    }
  }
}
