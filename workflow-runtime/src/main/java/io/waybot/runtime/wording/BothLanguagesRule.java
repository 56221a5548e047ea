package io.waybot.runtime.wording;

/** What is said in one language is said in the other, with the same variables. */
@Checks(
    value = {"language-missing", "language-variables"},
    basis = Basis.BANK)
class BothLanguagesRule implements WordingRule {
  @Override
  public void check(Said said, Remarks remarks) {
    if (blank(said, "zh") || blank(said, "en")) {
      remarks.error("language-missing");
      return;
    }
    var zh = Variables.in(said.text("zh"));
    var en = Variables.in(said.text("en"));
    if (!zh.equals(en)) {
      remarks.error("language-variables", zh.toString(), en.toString());
    }
  }

  private static boolean blank(Said said, String language) {
    var text = said.texts().get(language);
    return text == null || text.title().isBlank() || text.body().isBlank();
  }
}
