package io.waybot.runtime.clock;

import io.waybot.db.calendar.BusinessCalendar;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one clock everything asks: the machine's in a bank, the demo's in the demo. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ClockConfiguration {

  @Bean
  @ConditionalOnProperty(name = "waybot.demo.enabled", havingValue = "true")
  DemoClock demoClock(
      @Value("${waybot.zone:Asia/Shanghai}") ZoneId zone,
      JdbcClient sql,
      BusinessCalendar calendar) {
    return new DemoClock(sql, calendar, Clock.system(zone));
  }

  @Bean
  @ConditionalOnProperty(name = "waybot.demo.enabled", havingValue = "false", matchIfMissing = true)
  Clock clock(@Value("${waybot.zone:Asia/Shanghai}") ZoneId zone) {
    return Clock.system(zone);
  }
}
