package io.waybot.connectors.imports;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of the bundle {@code imports_{zh,en}.properties}. */
final class ImportTexts {
  private static final String BUNDLE = "io.waybot.connectors.imports.imports";

  private ImportTexts() {}

  static String of(String language, String key, Object... arguments) {
    var locale = Locale.of(language);
    var pattern =
        ResourceBundle.getBundle(
                BUNDLE,
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key);
    return new MessageFormat(pattern, locale).format(arguments);
  }
}
