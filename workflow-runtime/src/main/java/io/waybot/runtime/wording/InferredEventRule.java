package io.waybot.runtime.wording;

/** What the bank inferred about a customer is never hinted at in a text. */
@Checks(value = "word-inferred", basis = Basis.COUNSEL)
class InferredEventRule implements WordingRule {
  private final Words words;

  InferredEventRule(Words words) {
    this.words = words;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    words.check(said, "word-inferred", remarks);
  }
}
