package io.waybot.db.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * What a pool of connections to PostgreSQL needs here.
 *
 * <p>That a commit is on disk when the server says it is. With {@code synchronous_commit = off} a
 * killed server forgets the last moments it had confirmed, among them marks of messages that have
 * left the bank; they would be sent again. A stricter setting of the server is kept.
 *
 * <p>That every statement is planned for the tables as they are. Ledgers grow from nothing to
 * millions of rows within a minute; a plan kept from the beginning reads all of them each time.
 *
 * <p>That lists of ids go as bytes: of its own the driver sends them as text.
 *
 * <p>That it waits for a server that is starting itself: after a power cut, or a crash that it
 * recovers from, both come up together and the application is the quicker one.
 */
@Component
class PostgresPool implements BeanPostProcessor {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String SETTINGS =
      "select set_config('plan_cache_mode', 'force_custom_plan', false), case when"
          + " current_setting('synchronous_commit') = 'off' then set_config('synchronous_commit',"
          + " 'on', false) end";

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && pool.getJdbcUrl() instanceof String url
        && url.startsWith("jdbc:postgresql:")) {
      pool.setConnectionInitSql(SETTINGS);
      pool.addDataSourceProperty("binaryTransferEnable", "UUID_ARRAY");
      pool.setInitializationFailTimeout(PATIENCE.toMillis());
    }
    return bean;
  }
}
