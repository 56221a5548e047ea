package io.waybot.runtime.wording;

import java.util.regex.Pattern;

/** Customers are addressed politely. */
@Checks(value = "polite", basis = Basis.BANK)
class PoliteRule implements WordingRule {
  private static final Pattern PLAIN = Pattern.compile("你");

  @Override
  public void check(Said said, Remarks remarks) {
    if (PLAIN.matcher(said.text("zh")).find()) {
      remarks.warning("polite");
    }
  }
}
