package io.waybot.runtime.wording;

/** Words that promise more than anybody can keep, in any advertisement. */
@Checks(value = "word-all", basis = Basis.ADVERTISING)
class AllWordsRule implements WordingRule {
  private final Words words;

  AllWordsRule(Words words) {
    this.words = words;
  }

  @Override
  public void check(Said said, Remarks remarks) {
    words.check(said, "word-all", remarks);
  }
}
