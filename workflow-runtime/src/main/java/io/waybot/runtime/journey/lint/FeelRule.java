package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A formula the engine cannot read, or one that would keep it busy for ever. */
@Checks(
    value = {"feel-error", "feel-long", "feel-nested", "feel-open", "feel-function"},
    basis = Basis.ENGINE)
class FeelRule implements LintRule {
  private static final int LONGEST_RANGE = 1_000;
  private static final Pattern RANGE = Pattern.compile("(-?\\d+)\\s*\\.\\.\\s*(-?\\d+)");
  private static final Pattern OPEN_RANGE =
      Pattern.compile("\\bin\\s+(?![\\[(])[^,)\\]]*?\\.\\.\\s*(?!-?\\d)");
  private static final Pattern FUNCTION = Pattern.compile("\\bfunction\\s*\\(");
  private static final Pattern LOOP = Pattern.compile("\\b(for|some|every)\\b");

  private final Feel feel;

  FeelRule(Feel feel) {
    this.feel = feel;
  }

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.steps()) {
      formulas(step).forEach((where, formula) -> check(step, where, formula, findings));
    }
  }

  private void check(Step step, String where, String formula, Findings findings) {
    var error = feel.error(formula);
    if (error.isPresent()) {
      findings.error(step.id(), "feel-error", step.label(), where, formula);
      return;
    }
    var ranges = RANGE.matcher(formula);
    while (LOOP.matcher(formula).find() && ranges.find()) { // elsewhere a range is a comparison
      if (Math.abs(Double.parseDouble(ranges.group(2)) - Double.parseDouble(ranges.group(1)))
          > LONGEST_RANGE) {
        findings.error(step.id(), "feel-long", step.label(), where, LONGEST_RANGE);
      }
    }
    if (OPEN_RANGE.matcher(formula).find()) {
      findings.error(step.id(), "feel-open", step.label(), where);
    }
    if (FUNCTION.matcher(formula).find()) {
      findings.error(step.id(), "feel-function", step.label(), where);
    }
    if (LOOP.matcher(formula).results().count() > 1) {
      findings.error(step.id(), "feel-nested", step.label(), where);
    }
  }

  /** Where in the step a formula stands, to the formula without its leading {@code =}. */
  private static Map<String, String> formulas(Step step) {
    var formulas = new LinkedHashMap<String, String>();
    step.inputs().forEach((target, source) -> put(formulas, target, source));
    step.outputs().forEach((target, source) -> put(formulas, target, source));
    for (var flow : step.outgoing()) {
      put(formulas, flow.id(), flow.condition());
    }
    put(formulas, "timer", step.duration());
    return formulas;
  }

  private static void put(
      Map<String, String> formulas,
      String where,
      @org.jspecify.annotations.Nullable String source) {
    if (source != null && source.startsWith("=") && source.length() > 1) {
      formulas.put(where, source.substring(1).strip());
    }
  }
}
