package io.waybot.bots.dispatch;

import io.waybot.bots.Said;
import io.waybot.bots.dispatch.ContentRenderer.Rendered;
import io.waybot.db.dispatch.CustomerFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A content with everything filled in but what differs from customer to customer. */
final class FormLetter {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z_]+)\\s*}}");

  /** Words that every customer reads, or a variable. */
  @FunctionalInterface
  interface Piece {
    void write(StringBuilder text, CustomerFacts about);

    static Piece words(String words) {
      return (text, about) -> text.append(words);
    }

    /**
     * @param of the value for a customer, null for none: then the letter cannot be written
     */
    static Piece variable(String name, Function<CustomerFacts, @Nullable String> of) {
      return (text, about) -> {
        var value = of.apply(about);
        if (value == null) {
          throw new Unrenderable(Said.of("no_value", name));
        }
        text.append(value);
      };
    }
  }

  private final List<Piece> title;
  private final List<Piece> body;
  private final boolean billedByLength;
  private final String beforeLink;

  /**
   * @param billedByLength in parts, as text messages are
   * @param beforeLink what a link to opt out follows on, where a customer gets one
   */
  FormLetter(List<Piece> title, List<Piece> body, boolean billedByLength, String beforeLink) {
    this.title = title;
    this.body = body;
    this.billedByLength = billedByLength;
    this.beforeLink = beforeLink;
  }

  /** The text's words and, by name, its variables. */
  static List<Piece> pieces(String text, Function<String, Piece> variables) {
    var pieces = new ArrayList<Piece>();
    var found = VARIABLE.matcher(text);
    int done = 0;
    while (found.find()) {
      pieces.add(Piece.words(text.substring(done, found.start())));
      pieces.add(variables.apply(found.group(1)));
      done = found.end();
    }
    pieces.add(Piece.words(text.substring(done)));
    return pieces;
  }

  /**
   * @param unsubscribe opt-out address of this customer, null for none
   * @throws Unrenderable if a variable has no value and no fall-back
   */
  Rendered to(CustomerFacts about, @Nullable String unsubscribe) {
    var text = written(body, about);
    if (unsubscribe != null) {
      text.append(beforeLink).append(unsubscribe);
    }
    var said = text.toString();
    return new Rendered(
        written(title, about).toString(), said, billedByLength ? SmsText.parts(said) : 1);
  }

  private static StringBuilder written(List<Piece> pieces, CustomerFacts about) {
    var text = new StringBuilder();
    for (var piece : pieces) {
      piece.write(text, about);
    }
    return text;
  }
}
