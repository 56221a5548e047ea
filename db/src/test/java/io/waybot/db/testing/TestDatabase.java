package io.waybot.db.testing;

import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A fresh, migrated database. One PostgreSQL server is shared by all tests of a JVM; every test
 * gets a database of its own on it.
 */
public enum TestDatabase {
  H2 {
    @Override
    public String url() {
      return "jdbc:h2:mem:"
          + UUID.randomUUID()
          + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";
    }

    @Override
    public String user() {
      return "sa";
    }
  },
  POSTGRESQL {
    @Override
    public String url() {
      return SharedPostgres.newDatabase();
    }

    @Override
    public String user() {
      return "postgres";
    }
  };

  /** JDBC URL of a new, empty database. */
  public abstract String url();

  public abstract String user();

  /** A new database with all migrations applied. */
  public DataSource migrated() {
    var dataSource = empty();
    migrate(dataSource, "latest");
    return dataSource;
  }

  /** A new database without a table. */
  public DataSource empty() {
    if (this == H2) {
      return JdbcConnectionPool.create(url(), user(), "");
    }
    var dataSource = new DriverManagerDataSource(url(), user(), "");
    var likeThePool = new Properties();
    likeThePool.setProperty("binaryTransferEnable", "UUID_ARRAY");
    dataSource.setConnectionProperties(likeThePool);
    return dataSource;
  }

  /** Applies the migrations up to a version, which {@code latest} is, too. */
  public void migrate(DataSource dataSource, String version) {
    Flyway.configure()
        .dataSource(dataSource)
        .locations(
            "classpath:db/migration", "classpath:db/vendor/" + (this == H2 ? "h2" : "postgresql"))
        .failOnMissingLocations(false)
        .target(version)
        .load()
        .migrate();
  }

  /** The usual three ways to a database, for a test. */
  public Access open() {
    var dataSource = migrated();
    return new Access(
        dataSource,
        JdbcClient.create(dataSource),
        new JdbcTemplate(dataSource),
        new JdbcTransactionManager(dataSource));
  }

  public record Access(
      DataSource dataSource,
      JdbcClient sql,
      JdbcTemplate batch,
      JdbcTransactionManager transactions) {}
}
