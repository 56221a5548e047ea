package io.waybot.designer.run;

import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import io.waybot.runtime.decision.DecisionView.Limit;
import java.util.Locale;

/** What is scarce, and what one more of it is worth, in words. */
final class LimitWords {
  private final Texts texts;
  private final UnitNames units;

  LimitWords(Texts texts, UnitNames units) {
    this.texts = texts;
    this.units = units;
  }

  String name(Limit limit) {
    var parts = limit.key().split(":", 3);
    var key = parts[0].equals("lead") && parts.length == 3 ? "limit" : parts[0];
    return texts.get("decision.key." + key, what(limit));
  }

  /** Used of how many, with the least and the most that was wanted. */
  String use(Limit limit) {
    var used = amount(limit.used());
    var most = limit.capacity();
    if (limit.minimum() > 0) {
      return most == null
          ? texts.get("decision.range.least", used, amount(limit.minimum()))
          : texts.get("decision.range.both", used, amount(limit.minimum()), amount(most));
    }
    return used + " / " + (most == null ? "–" : amount(most));
  }

  /** What a minimum lacks, and why. */
  String missing(Limit limit) {
    return texts.get(
        "decision.missing",
        what(limit),
        amount(limit.used()),
        amount(limit.minimum()),
        amount(limit.missing()),
        amount(limit.penaltyYuan()));
  }

  /** 再多一条短信值 1.3 元. */
  String worth(Limit limit) {
    if (limit.priceYuan() <= -0.005) {
      return texts.get("decision.worth.forced", amount(-limit.priceYuan()));
    }
    if (limit.priceYuan() < 0.005) {
      return texts.get("decision.worth.nothing");
    }
    var kind = limit.key().split(":", 2)[0];
    return texts.get(
        "decision.worth." + (kind.equals("limit") ? "channel" : kind),
        what(limit),
        amount(limit.priceYuan()));
  }

  /** A channel and a unit by their names. */
  private String what(Limit limit) {
    var parts = limit.key().split(":", 3);
    return switch (parts[0]) {
      case "channel" -> texts.get("channel." + parts[1]);
      case "limit" -> texts.get("channel." + parts[2]);
      case "lead" -> units.of(parts[parts.length - 1]);
      default -> parts[1];
    };
  }

  /** Whole numbers whole, others with two digits below 10 and one above. */
  static String amount(double amount) {
    var digits = amount == Math.rint(amount) ? "%,.0f" : Math.abs(amount) < 10 ? "%,.2f" : "%,.1f";
    return String.format(Locale.ROOT, digits, amount);
  }
}
