package io.waybot.runtime.schedule;

import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Quartz in the bank's own database; clustered where several nodes can share it. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {
  private static final int EVERY_SECONDS = 5;

  @Bean
  JobDetail dailyRunJob() {
    return JobBuilder.newJob(DailyRunJob.class)
        .withIdentity("daily-runs", "waybot")
        .storeDurably()
        .build();
  }

  @Bean
  Trigger dailyRunTrigger(JobDetail dailyRunJob) {
    return TriggerBuilder.newTrigger()
        .forJob(dailyRunJob)
        .withIdentity("every-few-seconds", "waybot")
        .withSchedule(
            SimpleScheduleBuilder.repeatSecondlyForever(EVERY_SECONDS)
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .build();
  }

  @Bean
  SchedulerFactoryBeanCustomizer quartzStore(DataSource database) {
    var quartz = properties(isPostgres(database));
    return factory -> factory.setQuartzProperties(quartz);
  }

  private static Properties properties(boolean clustered) {
    var quartz = new Properties();
    var store = "org.quartz.jobStore.";
    quartz.setProperty("org.quartz.scheduler.instanceName", "waybot");
    quartz.setProperty("org.quartz.scheduler.instanceId", "AUTO");
    quartz.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    quartz.setProperty("org.quartz.threadPool.threadCount", "2");
    quartz.setProperty(
        store + "driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
    quartz.setProperty(store + "tablePrefix", "qrtz_");
    quartz.setProperty(store + "useProperties", "true");
    quartz.setProperty(store + "acquireTriggersWithinLock", "true");
    quartz.setProperty(store + "isClustered", String.valueOf(clustered));
    if (clustered) {
      quartz.setProperty(store + "clusterCheckinInterval", "5000");
    }
    return quartz;
  }

  private static boolean isPostgres(DataSource database) {
    try (var connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not say what it is.", e);
    }
  }
}
