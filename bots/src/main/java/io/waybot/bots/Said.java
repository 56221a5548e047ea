package io.waybot.bots;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a robot says to people when it cannot go on, in both languages, as it is kept with the step:
 * Chinese, a slash, English. Screens show the reader's half.
 */
public final class Said {
  private static final String BUNDLE = "io.waybot.bots.said";

  private Said() {}

  /**
   * @param key of a sentence in {@code said_zh} and {@code said_en}
   */
  public static String of(String key, Object... arguments) {
    return in("zh", key, arguments) + " / " + in("en", key, arguments);
  }

  private static String in(String language, String key, Object... arguments) {
    var locale = Locale.of(language);
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    var text = ResourceBundle.getBundle(BUNDLE, locale, control).getString(key);
    return new MessageFormat(text.replace("'", "''"), locale).format(arguments);
  }
}
