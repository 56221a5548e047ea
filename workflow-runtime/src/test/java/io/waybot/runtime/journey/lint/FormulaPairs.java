package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.Drawings.withInput;
import static io.waybot.runtime.journey.lint.Pair.drawn;

import java.util.ArrayList;
import java.util.List;

/** Formulas that would keep the engine busy. */
final class FormulaPairs {
  private FormulaPairs() {}

  static List<Pair> all() {
    var pairs = new ArrayList<Pair>();
    var fine = withInput("segment", "=pull.name");
    pairs.add(formula("feel-error", "=1 +", fine));
    pairs.add(
        formula(
            "feel-long",
            "=count(for i in 1..1000000 return i)",
            withInput("segment", "=for i in 1..9 return i")));
    pairs.add(formula("feel-nested", "=for i in 1..9 return for j in 1..9 return j", fine));
    pairs.add(
        formula(
            "feel-open", "=for i in 1..pull.count return i", withInput("segment", "=a in [1..b]")));
    pairs.add(formula("feel-function", "=function(x) x + 1", fine));
    return pairs;
  }

  private static Pair formula(String code, String bad, String good) {
    return drawn(FeelRule.class, code, withInput("segment", bad), good);
  }
}
