package io.waybot.runtime.wording;

import java.util.regex.Pattern;

/** Credit names its simple annual rate and promises nobody a loan. */
@Checks(
    value = {"word-credit", "annual-rate-missing"},
    basis = Basis.COUNSEL)
class CreditWordsRule implements WordingRule {
  private static final Pattern PRICE_ZH = Pattern.compile("分期|利率|费率|手续费|利息");
  private static final Pattern RATE_ZH = Pattern.compile("年化利率[((]单利[))]");
  private static final Pattern RATE_EN =
      Pattern.compile("simple annual rate", Pattern.CASE_INSENSITIVE);

  private final Words words;

  CreditWordsRule(Words words) {
    this.words = words;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    if (!said.about("LOAN", "CARD")) {
      return;
    }
    words.check(said, "word-credit", remarks);
    var priced = said.about("LOAN") || PRICE_ZH.matcher(said.text("zh")).find();
    if (priced
        && !(RATE_ZH.matcher(said.text("zh")).find() && RATE_EN.matcher(said.text("en")).find())) {
      remarks.error("annual-rate-missing");
    }
  }
}
