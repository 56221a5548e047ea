package io.waybot.db.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.waybot.db.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The shared test server runs with {@code synchronous_commit = off}, as a bank's might. */
class PostgresPoolTest {

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

  @Test
  void comesBackToAServerThatIsStartingUp() {
    var server = new StartingServer();
    try (var pool = new HikariDataSource()) {
      pool.setJdbcUrl(TestDatabase.POSTGRESQL.url());
      pool.setDataSource(server);
      new PostgresPool().postProcessAfterInitialization(pool, "dataSource");

      assertThat(new JdbcTemplate(pool).queryForObject("select 1", Integer.class)).isOne();
    }
    assertThat(server.asked).hasValueGreaterThan(1);
  }

  private static String setting(String name, String options) {
    try (var pool = new HikariDataSource()) {
      pool.setJdbcUrl(TestDatabase.POSTGRESQL.url() + options);
      pool.setUsername(TestDatabase.POSTGRESQL.user());
      new PostgresPool().postProcessAfterInitialization(pool, "dataSource");
      return new JdbcTemplate(pool).queryForObject("select current_setting(?)", String.class, name);
    }
  }

  /** Refuses the first who comes. */
  private static final class StartingServer extends AbstractDataSource {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public Connection getConnection() throws SQLException {
      if (asked.incrementAndGet() == 1) {
        throw new SQLException("FATAL: the database system is starting up", "57P03");
      }
      return DriverManager.getConnection(
          TestDatabase.POSTGRESQL.url(), TestDatabase.POSTGRESQL.user(), "");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }
  }
}
