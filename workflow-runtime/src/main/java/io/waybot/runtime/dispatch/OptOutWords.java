package io.waybot.runtime.dispatch;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a customer answers to receive nothing more: R, TD, T or 退订, in any width and case. */
final class OptOutWords {
  private static final Set<String> WORDS = Set.of("R", "TD", "T", "退订", "TD退订", "退订TD");

  private OptOutWords() {}

  static boolean says(@Nullable String reply) {
    if (reply == null) {
      return false;
    }
    var plain =
        Normalizer.normalize(reply, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\p{Punct}。,!]", "")
            .toUpperCase(Locale.ROOT);
    return WORDS.contains(plain) || plain.contains("退订");
  }
}
