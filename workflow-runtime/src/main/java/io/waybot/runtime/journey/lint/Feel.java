package io.waybot.runtime.journey.lint;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.springframework.stereotype.Component;

/** The engine's own FEEL, used for reading only: nothing is evaluated. */
@Component
class Feel {
  private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Pattern NAME =
      Pattern.compile("(?<![.\\w])([A-Za-z_]\\w*)((?:\\.[A-Za-z_]\\w*)*)(?!\\w*\\s*\\()");
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "if",
          "then",
          "else",
          "for",
          "in",
          "return",
          "some",
          "every",
          "satisfies",
          "between",
          "true",
          "false",
          "null",
          "instance",
          "of",
          "function",
          "date",
          "time",
          "duration",
          "item",
          "partial");

  private final FeelEngineApi engine =
      FeelEngineBuilder.apply(
              FeelEngineBuilder.apply$default$1(),
              FeelEngineBuilder.apply$default$2(),
              FeelEngineBuilder.apply$default$3(),
              FeelEngineBuilder.apply$default$4(),
              FeelEngineBuilder.apply$default$5())
          .build();

  /** What the parser says about it; empty when it is fine. */
  Optional<String> error(String expression) {
    var result = engine.parseExpression(expression);
    return result.isSuccess() ? Optional.empty() : Optional.of(result.failure().message());
  }

  /** The variables an expression names, with their paths: {@code pull.audience.count}. */
  static Set<String> variables(String expression) {
    var names = new LinkedHashSet<String>();
    var matcher = NAME.matcher(STRING.matcher(expression).replaceAll("\"\""));
    while (matcher.find()) {
      if (!WORDS.contains(matcher.group(1))) {
        names.add(matcher.group());
      }
    }
    return names;
  }
}
