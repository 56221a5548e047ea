package io.waybot.runtime.journey.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.journey.XmlGates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped journeys against the robots this product really has, in the demo bank. */
class StarterJourneyTest {

  @Test
  void isCleanAndSaysHowLongItWaits() throws Exception {
    try (var desk = new LintDesk(RealRobots.known())) {
      var drawing = file("deposit-daily.bpmn");
      var settings =
          JourneySettings.fromJson(file("deposit-daily.settings.json"))
              .during(LintDesk.TODAY, LocalDate.of(2027, 5, 31))
              .withWaits(Map.of("wait_first", "P3D", "wait_second", "P7D"));

      moveIn(desk.bean(JdbcClient.class));

      var findings = desk.findings(drawing, settings, Locale.ENGLISH);

      assertThat(findings).isEmpty();
      assertThat(desk.bean(JourneyLinter.class).waits(XmlGates.clean(drawing)))
          .containsExactlyInAnyOrderEntriesOf(Map.of("wait_first", "P3D", "wait_second", "P7D"));
    }
  }

  @Test
  void letsTheJourneyOfStrategiesGoLive() throws Exception {
    try (var desk = new LintDesk(RealRobots.known())) {
      var settings =
          JourneySettings.fromJson(file("payroll-activation.settings.json"))
              .during(LintDesk.TODAY, LocalDate.of(2027, 5, 31))
              .withWaits(Map.of("wait_first", "P7D"));

      moveIn(desk.bean(JdbcClient.class));

      assertThat(desk.findings(file("payroll-activation.bpmn"), settings, Locale.ENGLISH))
          .noneMatch(Finding::isError);
    }
  }

  /** What the journey chooses from. */
  private static void moveIn(JdbcClient sql) {
    sql.sql(
            "insert into segment (id, code, name_zh, name_en, owner_org, kind, rule, changed_by,"
                + " changed_at, version) values (random_uuid(), 'J1-LIST', '名单', 'List', '00',"
                + " 'RULE', '{}', 'demo', current_timestamp, 1)")
        .update();
    sql.sql(
            "insert into model (id, code, name_zh, name_en, created_at) values (random_uuid(),"
                + " 'deposit', '存款', 'Deposit', current_timestamp)")
        .update();
    for (var dataset : List.of("customers", "salaries", "app_events", "events")) {
      sql.sql(
              "insert into dataset (name, kind, table_name, label_zh, label_en) values (?,"
                  + " 'PROFILE', ?, '数据', 'Data')")
          .params(dataset, "data_" + dataset)
          .update();
    }
  }

  private static String file(String file) throws IOException {
    var name = "/journeys/" + file;
    try (var in = StarterJourneyTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
