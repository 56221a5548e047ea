package io.waybot.connectors.segment;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** Why a rule cannot be asked; the sentence is there in the reader's language. */
public class SegmentProblem extends RuntimeException {
  private static final String BUNDLE = "io.waybot.connectors.segment.segments";

  private final String code;
  private final transient Object[] arguments;

  SegmentProblem(String code, Object... arguments) {
    super(code + " " + Arrays.toString(arguments));
    this.code = code;
    this.arguments = arguments;
  }

  /** A word for programs. */
  public String code() {
    return code;
  }

  /** The sentence in a language, {@code zh} or {@code en}. */
  public String message(String language) {
    var locale = Locale.of(language);
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var pattern = ResourceBundle.getBundle(BUNDLE, locale, control).getString(code);
    return new MessageFormat(pattern, locale).format(arguments);
  }
}
