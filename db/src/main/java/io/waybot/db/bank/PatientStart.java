package io.waybot.db.bank;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Waits at start for a PostgreSQL that is starting itself: after a power cut, or a crash that it
 * recovers from, both come up together and the application is the quicker one.
 */
@Component
class PatientStart implements BeanPostProcessor {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource pool
        && pool.getJdbcUrl() instanceof String url
        && url.startsWith("jdbc:postgresql:")) {
      pool.setInitializationFailTimeout(PATIENCE.toMillis());
    }
    return bean;
  }
}
