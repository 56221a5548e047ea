package io.waybot.runtime.journey;

import io.waybot.db.journey.JourneyVersion;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.LintReport;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The full check of a drawing: our rules, and where those are content, the engine's answer. */
@Component
public class JourneyCheck {
  private final JourneyLinter linter;
  private final EngineAnswer engine;

  JourneyCheck(JourneyLinter linter, EngineAnswer engine) {
    this.linter = linter;
    this.engine = engine;
  }

  public LintReport check(String key, JourneyVersion version, Locale language) {
    var xml = version.bpmn();
    var report = linter.check(key, xml, version.settings(), language);
    return report.deployable()
        ? new LintReport(EngineAnswer.joined(report.findings(), engine.about(key, xml, language)))
        : report;
  }

  /**
   * @throws ApiProblem 422 {@code findings} if there is an error among them
   */
  public void require(String key, JourneyVersion version, Locale language) {
    var report = check(key, version, language);
    if (!report.deployable()) {
      throw new ApiProblem(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "findings",
              report.findings().stream().filter(f -> f.isError()).count())
          .with("findings", report.findings());
    }
  }
}
