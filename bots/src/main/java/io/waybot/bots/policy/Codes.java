package io.waybot.bots.policy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several codes in one text, {@code P01;P04} or {@code sms,push}. */
public final class Codes {
  private Codes() {}

  /** The codes in their order; none for null or blank text. */
  public static List<String> in(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return List.of();
    }
    return Arrays.stream(text.split("[;,\\s]+")).filter(code -> !code.isEmpty()).toList();
  }
}
