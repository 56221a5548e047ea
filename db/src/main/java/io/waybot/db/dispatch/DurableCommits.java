package io.waybot.db.dispatch;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Sees that a commit is on disk when PostgreSQL says it is. With {@code synchronous_commit = off} a
 * killed server forgets the last moments it had confirmed, among them marks of messages that have
 * left the bank; they would be sent again. A stricter setting of the server is kept.
 */
@Component
class DurableCommits implements BeanPostProcessor {
  private static final String STRICT =
      "select set_config('synchronous_commit', 'on', false)"
          + " where current_setting('synchronous_commit') = 'off'";

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && pool.getJdbcUrl() instanceof String url
        && url.startsWith("jdbc:postgresql:")) {
      pool.setConnectionInitSql(STRICT);
    }
    return bean;
  }
}
