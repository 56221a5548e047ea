package io.waybot.designer.results;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.UpliftEstimator.Effect;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.results.JourneyResult;
import io.waybot.runtime.results.Verdict;
import java.util.Locale;

/** How results are written on every screen. */
public final class ResultWords {
  private ResultWords() {}

  /** The verdict in the colour of what it says. */
  public static Div verdict(Verdict verdict) {
    var banner = new Div(new Span(sentence(verdict)));
    banner.addClassNames("wb-verdict", "wb-verdict-" + colour(verdict.kind()));
    return banner;
  }

  public static String sentence(Verdict verdict) {
    return chinese() ? verdict.zh() : verdict.en();
  }

  public static String name(JourneyResult result) {
    return chinese() ? result.nameZh() : result.nameEn();
  }

  private static String colour(Verdict.Kind kind) {
    return switch (kind) {
      case GAIN -> "good";
      case LOSS, UNEVEN -> "bad";
      case EARLY, NO_CONTROL -> "warn";
      case NONE, NOTHING -> "muted";
    };
  }

  /** 4.8%. */
  static String rate(double rate) {
    return Formats.percent(rate, 2);
  }

  /** +2.3 points. */
  static String points(Texts texts, double difference) {
    return texts.get("results.points", signed(difference));
  }

  /** 1.2 to 3.5 points, with the confidence. */
  static String interval(Texts texts, Effect effect) {
    return texts.get(
        "results.interval",
        Formats.percent(effect.confidence(), 0),
        signed(effect.low()),
        signed(effect.high()));
  }

  private static String signed(double difference) {
    return String.format(Locale.ROOT, "%+.2f", difference * 100);
  }

  private static boolean chinese() {
    return Texts.isChinese(Texts.language());
  }
}
