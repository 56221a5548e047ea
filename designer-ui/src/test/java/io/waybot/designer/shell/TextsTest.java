package io.waybot.designer.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.bots.Robot;
import io.waybot.db.audience.AudienceRef;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

class TextsTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\d");

  private final Texts texts = new Texts();

  @Test
  void hasEveryTextInBothLanguages() {
    var chinese = texts.all(Texts.CHINESE);
    var english = texts.all(Texts.ENGLISH);

    assertThat(chinese).isNotEmpty();
    assertThat(new TreeSet<>(english.keySet())).isEqualTo(new TreeSet<>(chinese.keySet()));
    assertThat(chinese.values()).noneMatch(String::isBlank);
    assertThat(english.values()).noneMatch(String::isBlank);
  }

  @Test
  void takesTheSameArgumentsInBothLanguages() {
    var english = texts.all(Texts.ENGLISH);

    assertThat(texts.all(Texts.CHINESE))
        .allSatisfy(
            (key, text) -> assertThat(arguments(english.get(key))).isEqualTo(arguments(text)));
  }

  @Test
  void fillsArgumentsAndKeepsApostrophes() {
    var english = texts.getTranslation("broken.message", Texts.ENGLISH, "4f1c");

    assertThat(english).contains("number 4f1c").doesNotContain("{0}");
    assertThat(texts.getTranslation("no.such.key", Texts.CHINESE)).isEqualTo("!no.such.key");
  }

  /** The run page names every number of a step's output. */
  @Test
  void hasAWordForEveryCountThatARobotReports() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Robot.class));
    var counts =
        scanner.findCandidateComponents("io.waybot.bots").stream()
            .map(robot -> output(robot.getBeanClassName()))
            .flatMap(output -> Arrays.stream(output.getRecordComponents()))
            .filter(part -> part.getType() == int.class || part.getType() == AudienceRef.class)
            .map(part -> "run.set." + part.getName())
            .collect(Collectors.toSet());

    assertThat(counts).hasSizeGreaterThan(30);
    assertThat(texts.all(Texts.ENGLISH).keySet()).containsAll(counts);
  }

  private static Class<?> output(@Nullable String robot) {
    var type = ClassUtils.resolveClassName(String.valueOf(robot), null);
    return ResolvableType.forClass(type).as(Robot.class).getGeneric(1).toClass();
  }

  private static TreeSet<String> arguments(String text) {
    var found = new TreeSet<String>();
    ARGUMENT.matcher(text).results().map(MatchResult::group).forEach(found::add);
    return found;
  }
}
