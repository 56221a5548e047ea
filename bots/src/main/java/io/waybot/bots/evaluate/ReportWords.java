package io.waybot.bots.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * The words of a report in Chinese, English, or both side by side; from {@code
 * report_{zh,en}.properties}.
 */
final class ReportWords {
  private static final ResourceBundle.Control EXACT =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private final List<ResourceBundle> bundles;

  private ReportWords(List<ResourceBundle> bundles) {
    this.bundles = bundles;
  }

  /**
   * @param language zh, en or both
   * @throws IllegalArgumentException if it is none of them
   */
  static ReportWords in(String language) {
    return new ReportWords(
        switch (language) {
          case "zh" -> List.of(bundle(Locale.CHINESE));
          case "en" -> List.of(bundle(Locale.ENGLISH));
          case "both" -> List.of(bundle(Locale.CHINESE), bundle(Locale.ENGLISH));
          default -> throw new IllegalArgumentException("no language is called '" + language + "'");
        });
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("io.waybot.bots.evaluate.report", language, EXACT);
  }

  String get(String key) {
    return bundles.stream().map(bundle -> bundle.getString(key)).collect(Collectors.joining(" / "));
  }

  /** The word for a code, or the code itself where there is none. */
  String word(String prefix, String code) {
    return bundles.getFirst().containsKey(prefix + code) ? get(prefix + code) : code;
  }

  /** A name that the bank gave in both languages. */
  String name(String zh, String en) {
    return bundles.stream()
        .map(bundle -> bundle.getLocale().getLanguage().equals("zh") ? zh : en)
        .collect(Collectors.joining(" / "));
  }

  /** Several words, for a heading. */
  Object[] all(String... keys) {
    return java.util.Arrays.stream(keys).map(this::get).toArray();
  }
}
