package io.waybot.runtime.wording;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The variables of a text, {@code {{name}}}. */
final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  /** Those that the platform can fill in. */
  static final Set<String> KNOWN =
      Set.of("salutation", "product", "rate", "rate_range", "min", "risk", "date");

  /** Those that come from the product. */
  static final Set<String> OF_PRODUCT = Set.of("product", "rate", "rate_range", "min", "risk");

  private Variables() {}

  static Set<String> in(String text) {
    var names = new TreeSet<String>();
    VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  /** The words a person wrote, without variables. */
  static String without(String text) {
    return VARIABLE.matcher(text).replaceAll(" ");
  }
}
