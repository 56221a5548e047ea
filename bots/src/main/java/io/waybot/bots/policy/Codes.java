package io.waybot.bots.policy;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Several codes in one text, {@code P01;P04} or {@code sms,push}. */
public final class Codes {
  private static final Pattern BETWEEN = Pattern.compile("[;,\\s]+");

  private Codes() {}

  /** The codes in their order; none for null or blank text. */
  public static List<String> in(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    return BETWEEN.splitAsStream(text).filter(code -> !code.isEmpty()).toList();
  }
}
