package io.waybot.runtime.wording;

import java.util.regex.Pattern;

/** A deposit is not sold with gifts; a structured one is not called a plain one. */
@Checks(
    value = {"word-deposit", "structured-as-deposit"},
    basis = Basis.COUNSEL)
class DepositWordsRule implements WordingRule {
  private static final Pattern PLAIN =
      Pattern.compile("(?<!结构性)存款|(?<!structured )\\bdeposit", Pattern.CASE_INSENSITIVE);

  private final Words words;

  DepositWordsRule(Words words) {
    this.words = words;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    if (said.about("DEPOSIT", "STRUCTURED")) {
      words.check(said, "word-deposit", remarks);
    }
    if (said.about("STRUCTURED")
        && (PLAIN.matcher(said.text("zh")).find() || PLAIN.matcher(said.text("en")).find())) {
      remarks.error("structured-as-deposit");
    }
  }
}
