package io.waybot.designer.run;

import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Half;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.run.RunList;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How runs are written on every screen. */
public final class RunWords {
  private RunWords() {}

  /** The state as a coloured word. */
  public static Span state(Texts texts, String state) {
    var span = new Span(texts.get("run.state." + state));
    span.addClassNames("wb-pill", "wb-pill-" + colour(state));
    return span;
  }

  private static String colour(String state) {
    return switch (state) {
      case "FINISHED" -> "good";
      case "INCIDENT", "FAILED" -> "bad";
      case "SKIPPED", "WAITING_DATA" -> "warn";
      case "CANCELLED" -> "muted";
      default -> "busy";
    };
  }

  /** Why a run stands where it stands; the engine's own English only when one points at it. */
  public static Span reason(Texts texts, String state, @Nullable String reason) {
    if (reason == null) {
      return new Span();
    }
    var half = Half.of(reason);
    boolean engine = state.equals("INCIDENT") && half.equals(reason);
    var span = new Span(engine ? texts.get("run.stopped") : half);
    span.addClassName("wb-wrap");
    span.setTitle(half);
    return span;
  }

  /** A block by its name; {@code #2} when the run passed it again. */
  public static String block(Map<String, String> names, String elementId, int pass) {
    return names.getOrDefault(elementId, elementId) + (pass > 1 ? " #" + pass : "");
  }

  /** The journey of a run, by name and version. */
  public static String journey(RunList.Row run) {
    var name = Texts.isChinese(Texts.language()) ? run.nameZh() : run.nameEn();
    return name + " · v" + run.version();
  }

  /** 1 min 12 s; a dash while there is no end. */
  static String took(Texts texts, Instant from, @Nullable Instant to) {
    if (to == null) {
      return "–";
    }
    var took = Duration.between(from, to);
    return took.toMinutes() > 0
        ? texts.get("run.minutes", took.toMinutes(), took.toSecondsPart())
        : texts.get(
            "run.seconds", String.format(java.util.Locale.ROOT, "%.1f", took.toMillis() / 1000.0));
  }
}
