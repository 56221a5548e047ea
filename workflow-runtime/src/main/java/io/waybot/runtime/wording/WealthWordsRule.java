package io.waybot.runtime.wording;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Wealth products, funds, gold and structured deposits promise neither return nor principal. */
@Checks(
    value = {"word-wealth", "yield-figure"},
    basis = Basis.SUITABILITY)
class WealthWordsRule implements WordingRule {
  private static final Pattern FIGURE = Pattern.compile("\\d+(\\.\\d+)?\\s*[%%‰]");

  private final Words words;

  WealthWordsRule(Words words) {
    this.words = words;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    if (!said.about("WEALTH", "FUND", "GOLD", "STRUCTURED")) {
      return;
    }
    words.check(said, "word-wealth", remarks);
    if ((said.mayGoBy("sms") || said.mayGoBy("push")) && namesAYield(said)) {
      remarks.when(!said.channels().isEmpty(), "yield-figure");
    }
  }

  private static boolean namesAYield(Said said) {
    return List.of("zh", "en").stream()
        .map(said::text)
        .anyMatch(text ->
            FIGURE.matcher(text).find()
                || Variables.in(text).stream().anyMatch(Set.of("rate", "rate_range")::contains));
  }
}
