package io.waybot.db.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.waybot.db.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The shared test server runs with {@code synchronous_commit = off}, as a bank's might. */
class DurableCommitsTest {
  private static final String ASK = "select current_setting('synchronous_commit')";

  @Test
  void commitsAreOnDiskWhereTheServerSaysOff() {
    assertThat(setting("")).isEqualTo("on");
  }

  @Test
  void keepsAStricterSetting() {
    assertThat(setting("&options=-c%20synchronous_commit=remote_apply")).isEqualTo("remote_apply");
  }

  private static String setting(String options) {
    try (var pool = new HikariDataSource()) {
      pool.setJdbcUrl(TestDatabase.POSTGRESQL.url() + options);
      pool.setUsername(TestDatabase.POSTGRESQL.user());
      new DurableCommits().postProcessAfterInitialization(pool, "dataSource");
      return new JdbcTemplate(pool).queryForObject(ASK, String.class);
    }
  }
}
