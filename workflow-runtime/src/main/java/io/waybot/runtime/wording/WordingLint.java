package io.waybot.runtime.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/** Reads a content as a compliance officer would. */
@Component
public class WordingLint {
  private final List<WordingRule> rules;

  WordingLint(List<WordingRule> rules) {
    this.rules = rules;
  }

  /** Everything there is to say, errors and warnings, in the order of the rules. */
  public List<Remark> check(Said said) {
    var made = new ArrayList<Remark>();
    for (var rule : rules) {
      rule.check(said, new Remarks(said.code(), basis(rule), made));
    }
    return made;
  }

  private static Basis basis(WordingRule rule) {
    var checks = AnnotationUtils.findAnnotation(rule.getClass(), Checks.class);
    return Objects.requireNonNull(checks, () -> rule.getClass() + " has no @Checks").basis();
  }
}
