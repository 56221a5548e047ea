package io.waybot.runtime.journey.lint;

import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.util.regex.Pattern;

/** A password or key written into a drawing; drawings are read, exported and kept for ever. */
@Checks(value = "secret", basis = Basis.SAFETY)
class SecretRule implements LintRule {
  private static final Pattern NAME =
      Pattern.compile("(?i).*(password|passwd|secret|token|api_?key|credential).*");
  private static final Pattern VALUE =
      Pattern.compile("(?i).*(jdbc:[a-z0-9]+:.*password=|://[^/\\s:@]+:[^/\\s@]+@|-----BEGIN ).*");
  private static final Pattern REFERENCE =
      Pattern.compile("\\{\\{\\s*secrets\\.[A-Za-z0-9_]+\\s*}}");

  @Override
  public void check(Plan plan, Findings findings) {
    var drawing = plan.drawing();
    for (var step : drawing.steps()) {
      step.inputs()
          .forEach((field, value) -> {
            if (isSecret(field, value)) {
              findings.error(step.id(), "secret", step.label(), field);
            }
          });
    }
  }

  private static boolean isSecret(String field, String value) {
    var rest = REFERENCE.matcher(value).replaceAll("");
    return (NAME.matcher(field).matches() && !rest.isBlank()) || VALUE.matcher(rest).matches();
  }
}
