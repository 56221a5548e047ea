package io.waybot.bots.policy;

import io.waybot.db.journey.JourneySettings;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the settings that were deployed with a journey version. */
@Component
public class SettingsReader {
  private final JdbcClient sql;

  SettingsReader(JdbcClient sql) {
    this.sql = sql;
  }

  public JourneySettings of(UUID journeyVersion) {
    return JourneySettings.fromJson(
        sql.sql("select settings from journey_version where id = ?")
            .param(journeyVersion)
            .query(String.class)
            .single());
  }
}
