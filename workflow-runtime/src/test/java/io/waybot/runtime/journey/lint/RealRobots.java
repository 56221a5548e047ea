package io.waybot.runtime.journey.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.mock;

import io.waybot.bots.Robot;
import io.waybot.bots.template.TemplateCatalog;
import io.waybot.db.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The robots this product really has: each answers what it is; none of them works here. */
public final class RealRobots {
  private RealRobots() {}

  public static KnownRobots known() throws ClassNotFoundException {
    var robots = all();
    return new RobotShapes(robots, templates(robots));
  }

  /** What planners see of them. */
  public static TemplateCatalog templates() throws ClassNotFoundException {
    return templates(all());
  }

  private static List<Robot<?, ?>> all() throws ClassNotFoundException {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Robot.class));
    var found = scanner.findCandidateComponents("io.waybot.bots");
    assertThat(found).hasSizeGreaterThan(12);
    var robots = new ArrayList<Robot<?, ?>>();
    for (var robot : found) {
      robots.add((Robot<?, ?>) mock(Class.forName(robot.getBeanClassName()), CALLS_REAL_METHODS));
    }
    return robots;
  }

  private static TemplateCatalog templates(List<Robot<?, ?>> robots) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JdbcClient.class, () -> TestDatabase.H2.open().sql());
      context.scan(TemplateCatalog.class.getPackageName());
      robots.forEach(robot -> context.getBeanFactory().registerSingleton(robot.jobType(), robot));
      context.refresh();
      return context.getBean(TemplateCatalog.class);
    }
  }
}
