package io.waybot.runtime.results;

import io.waybot.bots.evaluate.Overall;
import io.waybot.bots.evaluate.UpliftEstimator;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.runtime.language.Phrases;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in one sentence what the numbers allow to be said. */
@Component
class Verdicts {
  private final Phrases phrases;
  private final Products products;

  Verdicts(Phrases phrases, Products products) {
    this.phrases = phrases;
    this.products = products;
  }

  /**
   * @param goals product codes
   * @param openDays until the last cohort's window closes, 0 when all have
   * @param days number of cohorts
   */
  Verdict of(@Nullable Overall overall, Collection<String> goals, int openDays, int days) {
    if (overall == null) {
      return say(Verdict.Kind.NOTHING, goals);
    }
    var effect = overall.effect();
    if (overall.control() == 0) {
      return say(Verdict.Kind.NO_CONTROL, goals);
    }
    if (overall.srmP() < UpliftEstimator.SAMPLE_RATIO_ALARM) {
      return say(Verdict.Kind.UNEVEN, goals, overall.treatment(), overall.control());
    }
    long gained = Math.round(effect.uplift() * 1_000);
    long low = Math.round(effect.low() * 1_000);
    long high = Math.round(effect.high() * 1_000);
    if (effect.low() > 0) {
      return say(Verdict.Kind.GAIN, goals, gained, low, high);
    }
    if (effect.high() < 0) {
      return say(Verdict.Kind.LOSS, goals, -gained, -high, -low);
    }
    return openDays > 0
        ? say(Verdict.Kind.EARLY, goals, daysToGo(effect, openDays, days))
        : say(Verdict.Kind.NONE, goals, gained, low, high);
  }

  /**
   * The interval shrinks with the root of the customers: how many more days like those so far until
   * the effect seen would leave zero out, at most until the open windows have closed.
   */
  private static int daysToGo(UpliftEstimator.Effect effect, int openDays, int days) {
    double half = (effect.high() - effect.low()) / 2;
    if (effect.uplift() <= 0) {
      return openDays;
    }
    double needed = Math.ceil(days * (Math.pow(half / effect.uplift(), 2) - 1));
    return (int) Math.max(1, Math.min(openDays, needed));
  }

  private Verdict say(Verdict.Kind kind, Collection<String> goals, long... numbers) {
    return new Verdict(
        kind,
        say(Locale.SIMPLIFIED_CHINESE, kind, goals, numbers),
        say(Locale.ENGLISH, kind, goals, numbers));
  }

  private String say(
      Locale language, Verdict.Kind kind, Collection<String> goals, long... numbers) {
    var arguments = new Object[numbers.length + 1];
    arguments[0] = phrases.get(language, "results.sales." + productClass(goals));
    for (int i = 0; i < numbers.length; i++) {
      arguments[i + 1] = numbers[i];
    }
    return phrases.get(language, "results.verdict." + kind.name(), arguments);
  }

  /** The class that all goal products share, else ANY. */
  private String productClass(Collection<String> goals) {
    var classes =
        goals.stream()
            .map(code -> products.find(code).map(Product::productClass).orElse("ANY"))
            .distinct()
            .toList();
    var shared = classes.size() == 1 ? classes.getFirst() : "ANY";
    return phrases.has("results.sales." + shared) ? shared : "ANY";
  }
}
