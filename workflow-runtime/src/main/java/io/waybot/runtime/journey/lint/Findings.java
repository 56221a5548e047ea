package io.waybot.runtime.journey.lint;

import io.waybot.runtime.journey.lint.Finding.Severity;
import io.waybot.runtime.language.Phrases;
import io.waybot.runtime.wording.Basis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where rules put what they find; the phrase {@code lint.<rule>} says it. */
final class Findings {
  private final Phrases phrases;
  private final Locale language;
  private final Basis basis;
  private final List<Finding> found;

  Findings(Phrases phrases, Locale language) {
    this(phrases, language, Basis.ENGINE, new ArrayList<>());
  }

  private Findings(Phrases phrases, Locale language, Basis basis, List<Finding> found) {
    this.phrases = phrases;
    this.language = language;
    this.basis = basis;
    this.found = found;
  }

  /** The same findings, for a rule that comes from somewhere else. */
  Findings on(Basis other) {
    return new Findings(phrases, language, other, found);
  }

  Locale language() {
    return language;
  }

  void error(@Nullable String elementId, String rule, @Nullable Object... arguments) {
    add(elementId, rule, Severity.ERROR, arguments);
  }

  void warning(@Nullable String elementId, String rule, @Nullable Object... arguments) {
    add(elementId, rule, Severity.WARNING, arguments);
  }

  private void add(
      @Nullable String elementId, String rule, Severity severity, @Nullable Object... arguments) {
    var message = phrases.get(language, "lint." + rule, arguments);
    found.add(
        new Finding(
            elementId, rule, severity, message, phrases.get(language, "basis." + basis.name())));
  }

  LintReport report() {
    return new LintReport(found);
  }
}
