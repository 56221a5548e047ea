package io.waybot.runtime.journey.lint;

import io.waybot.bots.policy.Codes;
import io.waybot.bots.template.Choice;
import io.waybot.bots.template.LiveChoices;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Set;
import java.util.stream.Collectors;

/** A field that names a segment, model, script or data that the bank does not have. */
@Checks(value = "choice-unknown", basis = Basis.ENGINE)
class ChoiceRule implements LintRule {
  /** Products, contents and channels have rules of their own that say more. */
  private static final Set<String> SOURCES =
      Set.of("segments", "models", "scripts", "datasets", "benefits", "events", "amounts");

  private final KnownRobots robots;
  private final LiveChoices choices;

  ChoiceRule(KnownRobots robots, LiveChoices choices) {
    this.robots = robots;
    this.choices = choices;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    for (var step : plan.drawing().robots()) {
      robots
          .find(String.valueOf(step.job()))
          .ifPresent(robot -> robot.inputs().forEach(input -> check(step, input, findings)));
    }
  }

  private void check(Step step, RobotShape.Input input, Findings findings) {
    var source = input.source();
    var chosen = step.input(input.name());
    if (source == null || !SOURCES.contains(source) || chosen.isEmpty() || chosen.startsWith("=")) {
      return;
    }
    var known =
        choices.of(source, findings.language()).stream()
            .map(Choice::value)
            .collect(Collectors.toSet());
    Codes.in(chosen).stream()
        .filter(code -> !known.contains(code))
        .forEach(code ->
            findings.error(
                step.id(), "choice-unknown", step.label(), input.label(findings.language()), code));
  }
}
