package io.waybot.runtime.journey.risk;

import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.strategy.Strategy;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.RobotUse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What customers would read: the contents that blocks and applied strategies name, and where a
 * decision names none, the bank's first valid one for each offer, which is what the robot takes.
 */
@Component
public class DrawnContents {
  private final JourneyLinter linter;
  private final Contents contents;
  private final AppliedStrategies strategies;
  private final Clock clock;

  DrawnContents(
      JourneyLinter linter, Contents contents, AppliedStrategies strategies, Clock clock) {
    this.linter = linter;
    this.contents = contents;
    this.strategies = strategies;
    this.clock = clock;
  }

  /** In the order of the blocks, each once. */
  public List<Content> of(String bpmn) {
    var found = new LinkedHashMap<String, Content>();
    linter
        .contents(bpmn)
        .forEach(code -> contents.find(code).ifPresent(content -> found.put(code, content)));
    linter.robots(bpmn).stream()
        .filter(robot -> robot.is("decide-treatments") && robot.input("contents").isEmpty())
        .flatMap(robot -> defaults(robot).stream())
        .forEach(content -> found.putIfAbsent(content.code(), content));
    strategies.in(linter.robots(bpmn)).stream()
        .map(Strategy::content)
        .distinct()
        .forEach(code -> contents.find(code).ifPresent(one -> found.putIfAbsent(code, one)));
    return List.copyOf(found.values());
  }

  private List<Content> defaults(RobotUse decide) {
    var today = LocalDate.now(clock);
    var valid =
        contents.all().stream().filter(Content::marketing).filter(c -> valid(c, today)).toList();
    return Arrays.stream(decide.input("offers").split(","))
        .map(String::strip)
        .flatMap(
            offer -> valid.stream().filter(content -> offer.equals(content.productCode())).limit(1))
        .toList();
  }

  private static boolean valid(Content content, LocalDate today) {
    return (content.validFrom() == null || !today.isBefore(content.validFrom()))
        && (content.validUntil() == null || !today.isAfter(content.validUntil()));
  }
}
