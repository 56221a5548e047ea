package io.waybot.runtime.journey.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import io.waybot.bots.Robot;
import io.waybot.bots.template.TemplateCatalog;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.journey.XmlGates;
import io.waybot.runtime.language.Phrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shipped journey against the robots this product really has. */
class StarterJourneyTest {

  @Test
  void isCleanAndSaysHowLongItWaits() throws Exception {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JdbcClient.class, () -> TestDatabase.H2.open().sql());
      context.registerBean(Phrases.class);
      context.scan(TemplateCatalog.class.getPackageName(), JourneyLinter.class.getPackageName());
      registerRobots(context);
      context.refresh();
      var linter = context.getBean(JourneyLinter.class);
      var drawing = XmlGates.clean(starter());

      var report = linter.check("deposit_daily", drawing, Locale.ENGLISH);

      assertThat(report.findings()).isEmpty();
      assertThat(linter.waits(drawing))
          .containsExactlyInAnyOrderEntriesOf(Map.of("wait_first", "P3D", "wait_second", "P7D"));
    }
  }

  /** Each robot answers what it is; none of them works here. */
  private static void registerRobots(AnnotationConfigApplicationContext context)
      throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Robot.class));
    var found = scanner.findCandidateComponents("io.waybot.bots");
    assertThat(found).hasSizeGreaterThan(12);
    for (var robot : found) {
      var type = Class.forName(robot.getBeanClassName());
      context.getBeanFactory().registerSingleton(type.getName(), mock(type, CALLS_REAL_METHODS));
    }
  }

  private static String starter() throws IOException {
    try (var in = StarterJourneyTest.class.getResourceAsStream("/journeys/deposit-daily.bpmn")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
