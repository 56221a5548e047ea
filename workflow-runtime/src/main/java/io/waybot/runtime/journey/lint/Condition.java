package io.waybot.runtime.journey.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A simple condition: one variable against a range of numbers or a word. Others are not understood,
 * and nothing is said about them.
 *
 * @param word what the variable must equal; empty for numbers
 */
record Condition(String variable, double low, double high, String word) {
  private static final Pattern NUMBER =
      Pattern.compile("([A-Za-z_][\\w.]*)\\s*(<=|>=|<|>|=)\\s*(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern WORD = Pattern.compile("([A-Za-z_][\\w.]*)\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern BETWEEN =
      Pattern.compile("(.+?)\\s+and\\s+(.+)", Pattern.CASE_INSENSITIVE);

  /** Understands {@code =a.count > 5}, {@code =a = "x"} and two of the first kind with "and". */
  static Optional<Condition> of(String formula) {
    var text = formula.strip().replaceFirst("^=", "").strip();
    var word = WORD.matcher(text);
    if (word.matches()) {
      return Optional.of(new Condition(word.group(1), 0, 0, word.group(2)));
    }
    var both = BETWEEN.matcher(text);
    if (both.matches()) {
      return number(both.group(1)).flatMap(one -> number(both.group(2)).flatMap(one::within));
    }
    return number(text);
  }

  private static Optional<Condition> number(String text) {
    var found = NUMBER.matcher(text.strip());
    return found.matches() ? Optional.of(number(found)) : Optional.empty();
  }

  private static Condition number(Matcher found) {
    var name = found.group(1);
    double bound = Double.parseDouble(found.group(3));
    return switch (found.group(2)) {
      case "<" -> new Condition(name, Double.NEGATIVE_INFINITY, Math.nextDown(bound), "");
      case "<=" -> new Condition(name, Double.NEGATIVE_INFINITY, bound, "");
      case ">" -> new Condition(name, Math.nextUp(bound), Double.POSITIVE_INFINITY, "");
      case ">=" -> new Condition(name, bound, Double.POSITIVE_INFINITY, "");
      default -> new Condition(name, bound, bound, "");
    };
  }

  private Optional<Condition> within(Condition other) {
    return variable.equals(other.variable)
        ? Optional.of(
            new Condition(variable, Math.max(low, other.low), Math.min(high, other.high), ""))
        : Optional.empty();
  }

  /** Whether both can hold at once. */
  boolean overlaps(Condition other) {
    return variable.equals(other.variable)
        && word.equals(other.word)
        && Math.max(low, other.low) <= Math.min(high, other.high);
  }
}
