package io.waybot.db;

import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets the connections that migrate an H2 database live as long as the application. In H2 2.4.240 a
 * {@code check (x in (…))} compares through the session that created it; once a pool retires that
 * connection, every write to the table fails with "Check constraint invalid". A database that is
 * opened again has no such debt.
 */
@Component
class KeptMigrationConnections implements FlywayConfigurationCustomizer, DisposableBean {
  private final JdbcConnectionDetails database;
  private final List<SingleConnectionDataSource> kept = new CopyOnWriteArrayList<>();

  KeptMigrationConnections(JdbcConnectionDetails database) {
    this.database = database;
  }

  @Override
  public void customize(FluentConfiguration flyway) {
    if (database.getJdbcUrl().startsWith("jdbc:h2:")) {
      flyway.dataSource(new Keeping());
    }
  }

  @Override
  public void destroy() {
    kept.forEach(SingleConnectionDataSource::destroy);
  }

  private final class Keeping extends AbstractDataSource {
    @Override
    public Connection getConnection() throws java.sql.SQLException {
      return getConnection(
          String.valueOf(database.getUsername()),
          database.getPassword() == null ? "" : database.getPassword());
    }

    @Override
    public Connection getConnection(String user, String password) throws java.sql.SQLException {
      var connection = new SingleConnectionDataSource(database.getJdbcUrl(), user, password, true);
      kept.add(connection);
      return connection.getConnection();
    }
  }
}
