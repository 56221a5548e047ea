package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;

/** A journey begins in exactly one place and comes to an end; nothing lies beside the way. */
@Checks(
    value = {"start-missing", "start-twice", "end-missing", "not-connected", "leads-nowhere"},
    basis = Basis.ENGINE)
class StartAndEndRule implements LintRule {

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    var top = drawing.steps().stream().filter(step -> step.container() == null).toList();
    var starts = top.stream().filter(step -> step.is("startEvent")).toList();
    if (starts.isEmpty()) {
      findings.error(null, "start-missing");
    } else if (starts.size() > 1) {
      findings.error(starts.get(1).id(), "start-twice");
    }
    if (top.stream().noneMatch(step -> step.is("endEvent"))) {
      findings.error(null, "end-missing");
    }
    for (var step : drawing.steps()) {
      if ("link".equals(step.event())) {
        continue; // goes on where the link of the same name is
      }
      var begins = step.is("startEvent") || step.is("boundaryEvent") || step.is("subProcess");
      if (!begins && step.incoming().isEmpty()) {
        findings.error(step.id(), "not-connected", step.label());
      } else if (!step.is("endEvent") && !step.is("subProcess") && step.outgoing().isEmpty()) {
        findings.error(step.id(), "leads-nowhere", step.label());
      }
    }
  }
}
