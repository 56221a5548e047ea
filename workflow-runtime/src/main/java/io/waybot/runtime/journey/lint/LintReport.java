package io.waybot.runtime.journey.lint;

import java.util.List;

/** Everything lint found, all at once. */
public record LintReport(List<Finding> findings) {
  public LintReport {
    findings = List.copyOf(findings);
  }

  /** Warnings do not stop a journey. */
  public boolean deployable() {
    return findings.stream().noneMatch(Finding::isError);
  }
}
