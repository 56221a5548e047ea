package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.Set;
import java.util.regex.Pattern;

/** A list that nobody has made by then, on some way at least, or that its robot never makes. */
@Checks(
    value = {"set-not-a-list", "set-unknown", "set-missing", "set-never-made"},
    basis = Basis.ENGINE)
class SetMissingRule implements LintRule {
  private static final Pattern LIST = Pattern.compile("=\\s*([A-Za-z_]\\w*)\\.([A-Za-z_]\\w*)\\s*");

  private final KnownRobots robots;

  SetMissingRule(KnownRobots robots) {
    this.robots = robots;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    var made = drawing.certainBefore(step -> Set.of(step.id()));
    for (var step : drawing.robots()) {
      var robot = robots.find(String.valueOf(step.job()));
      if (robot.isPresent()) {
        for (var input : robot.get().inputs()) {
          var source = step.inputs().get(input.name());
          if (input.list() && source != null && !source.isBlank()) {
            check(drawing, step, source, made.getOrDefault(step.id(), Set.of()), findings);
          }
        }
      }
    }
  }

  /** More arms than control and treatment are only drawn when they have a share. */
  private static boolean armNotAskedFor(Step maker, String set) {
    return switch (set) {
      case "armA" -> maker.input("percentB").isEmpty() && maker.input("percentC").isEmpty();
      case "armB" -> maker.input("percentB").isEmpty();
      case "armC" -> maker.input("percentC").isEmpty();
      default -> false;
    };
  }

  private void check(
      Drawing drawing, Step step, String source, Set<String> madeBefore, Findings findings) {
    var named = LIST.matcher(source);
    if (!named.matches()) {
      findings.error(step.id(), "set-not-a-list", step.label(), source);
      return;
    }
    var maker = drawing.find(named.group(1));
    if (maker == null || maker.job() == null) {
      findings.error(step.id(), "set-unknown", step.label(), named.group(1));
    } else if (!madeBefore.contains(maker.id())) {
      findings.error(step.id(), "set-missing", step.label(), maker.label());
    } else if (armNotAskedFor(maker, named.group(2))
        || robots.find(maker.job()).filter(r -> !r.sets().contains(named.group(2))).isPresent()) {
      findings.error(step.id(), "set-never-made", step.label(), maker.label(), named.group(2));
    }
  }
}
