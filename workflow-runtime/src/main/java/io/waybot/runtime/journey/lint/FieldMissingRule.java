package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** A field marked with a star that nobody filled in. */
@Checks(value = "field-missing", basis = Basis.ENGINE)
class FieldMissingRule implements LintRule {
  private final KnownRobots robots;

  FieldMissingRule(KnownRobots robots) {
    this.robots = robots;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.robots()) {
      robots.find(String.valueOf(step.job())).ifPresent(robot -> check(step, robot, findings));
    }
  }

  private static void check(Step step, RobotShape robot, Findings findings) {
    for (var input : robot.inputs()) {
      if (input.required() && asked(step, input) && blank(step, input.name())) {
        findings.error(step.id(), "field-missing", step.label(), input.label(findings.language()));
      }
    }
  }

  private static boolean asked(Step step, RobotShape.Input input) {
    int equals = input.onlyWhen().indexOf('=');
    return equals < 0
        || input
            .onlyWhen()
            .substring(equals + 1)
            .equals(step.inputs().get(input.onlyWhen().substring(0, equals)));
  }

  private static boolean blank(Step step, String field) {
    var source = step.inputs().getOrDefault(field, "").strip();
    return source.isEmpty()
        || source.equals("=")
        || source.equals("=\"\"")
        || source.equals("=null");
  }
}
