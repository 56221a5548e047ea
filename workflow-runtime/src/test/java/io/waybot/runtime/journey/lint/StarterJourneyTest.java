package io.waybot.runtime.journey.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.journey.XmlGates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

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

      desk.moveIn();

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
              .withWaits(Map.of("wait_first", "P7D", "wait_second", "P7D"));

      desk.moveIn();

      assertThat(desk.findings(file("payroll-activation.bpmn"), settings, Locale.ENGLISH))
          .noneMatch(Finding::isError);
    }
  }

  private static String file(String file) throws IOException {
    var name = "/journeys/" + file;
    try (var in = StarterJourneyTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
