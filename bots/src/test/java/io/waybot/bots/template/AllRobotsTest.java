package io.waybot.bots.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.waybot.bots.Robot;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Looks at every robot class there is, whether or not it can be built here. */
class AllRobotsTest {
  @Test
  void haveEveryTextInBothLanguages() {
    var catalog = new TemplateCatalog(new RobotTexts(), robots());
    assumeThat(robots()).as("robots on the class path").isNotEmpty();

    for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
      assertThat(catalog.blocks(locale))
          .isNotEmpty()
          .allSatisfy(block -> assertThat(block.toString()).doesNotContain("!" + block.job()));
    }
  }

  @Test
  void areAllOfferedToPlanners() {
    assertThat(robotClasses())
        .allSatisfy(robot ->
            assertThat(inputOf(robot).isAnnotationPresent(RobotInfo.class))
                .as("%s has @RobotInfo", inputOf(robot))
                .isTrue());
  }

  static List<RobotType> robots() {
    return robotClasses().stream()
        .filter(robot -> inputOf(robot).isAnnotationPresent(RobotInfo.class))
        .map(AllRobotsTest::type)
        .toList();
  }

  private static RobotType type(Class<?> robot) {
    var input = inputOf(robot);
    var output = generic(robot, 1);
    return new RobotType(input.getAnnotation(RobotInfo.class).job(), input, output);
  }

  private static Class<? extends Record> inputOf(Class<?> robot) {
    return generic(robot, 0);
  }

  private static Class<? extends Record> generic(Class<?> robot, int index) {
    return ResolvableType.forClass(robot)
        .as(Robot.class)
        .getGeneric(index)
        .toClass()
        .asSubclass(Record.class);
  }

  private static List<Class<?>> robotClasses() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Robot.class));
    return scanner.findCandidateComponents("io.waybot.bots").stream()
        .<Class<?>>map(found -> load(found.getBeanClassName()))
        .toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
