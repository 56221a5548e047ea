package io.waybot.runtime.wording;

/** Insurance is not compared with a deposit and not sold by haste. */
@Checks(value = "word-insurance", basis = Basis.COUNSEL)
class InsuranceWordsRule implements WordingRule {
  private final Words words;

  InsuranceWordsRule(Words words) {
    this.words = words;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    if (said.about("INSURANCE")) {
      words.check(said, "word-insurance", remarks);
    }
  }
}
