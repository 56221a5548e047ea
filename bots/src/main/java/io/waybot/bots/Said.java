package io.waybot.bots;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * What a robot says to people when it cannot go on, in both languages. It is kept with the step as
 * Chinese, a slash, English; screens show the reader's half.
 */
public record Said(String zh, String en) {
  private static final String BUNDLE = "io.waybot.bots.said";

  /**
   * @param key of a sentence in {@code said_zh} and {@code said_en}; an argument that is itself
   *     said is said in its language
   */
  public static Said of(String key, Object... arguments) {
    return new Said(in("zh", key, arguments), in("en", key, arguments));
  }

  /** What somebody else worded in both languages, about something that people know by its name. */
  public static Said about(String name, String zh, String en) {
    return new Said(name + ":" + zh, name + ": " + en);
  }

  /** What {@link #text} made; anything else is the same in both languages. */
  public static Said kept(String text) {
    int middle = text.indexOf(" / ");
    return middle < 0
        ? new Said(text, text)
        : new Said(text.substring(0, middle), text.substring(middle + 3));
  }

  /** Several sentences as one. */
  public static Said all(List<Said> sentences) {
    return new Said(
        sentences.stream().map(Said::zh).collect(Collectors.joining(" ")),
        sentences.stream().map(Said::en).collect(Collectors.joining(" ")));
  }

  /** Both halves, as they are kept. */
  public String text() {
    return zh + " / " + en;
  }

  private static String in(String language, String key, Object... arguments) {
    var locale = Locale.of(language);
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var text = ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
    var values = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      values[i] =
          arguments[i] instanceof Said said
              ? language.equals("zh") ? said.zh : said.en
              : arguments[i];
    }
    return new MessageFormat(text.replace("'", "''"), locale).format(values);
  }
}
