package io.waybot.designer.design;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.rehearsal.RunPicture;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the newest rehearsal of a version came to, below the drawing that shows its counts. */
class RehearsalTab extends Div {
  private static final Set<String> ENDED = Set.of("FINISHED", "FAILED", "CANCELLED", "SKIPPED");
  private static final int UNITS_SHOWN = 8;

  private final Texts texts;
  private final PictureMarks words;
  private final TryCustomer trial;

  RehearsalTab(Texts texts, PictureMarks words, TryCustomer trial) {
    this.texts = texts;
    this.trial = trial;
    this.words = words;
    addClassName("wb-rehearsal");
    none();
  }

  /** Before the first rehearsal of a version. */
  final void none() {
    removeAll();
    add(new Span(texts.get("rehearsal.none")));
  }

  static boolean hasEnded(RunPicture picture) {
    return ENDED.contains(picture.state());
  }

  void show(RunPicture picture) {
    removeAll();
    trial.in(picture.runId());
    add(head(picture), trial);
    var columns = new Div();
    columns.addClassName("wb-funnel");
    columns.add(
        column("rehearsal.removed", removed(picture)),
        column("rehearsal.sends", sends(picture)),
        column("rehearsal.leads", leads(picture)));
    add(columns);
  }

  private Div head(RunPicture picture) {
    var state = new Span(state(picture));
    state.setId("rehearsal-state");
    state.addClassName(picture.state().equals("FINISHED") ? "wb-good" : "wb-warn");
    var sums =
        new Span(
            texts.get(
                "rehearsal.sums",
                Formats.day(picture.businessDate()),
                Formats.count(picture.audience()),
                Formats.yuan(picture.costYuan()),
                Formats.count(Math.round(picture.expectedConversions()))));
    sums.setTitle(texts.get("rehearsal.expected.what"));
    var head = new Div(state, sums);
    head.addClassNames("wb-row", "wb-rehearsal-head");
    if (hasEnded(picture)) {
      var adds = new Span(texts.get(picture.conserved() ? "run.adds" : "run.addsNot"));
      adds.addClassName(picture.conserved() ? "wb-good" : "wb-bad");
      head.add(adds);
    }
    if (!picture.current()) {
      var old = new Span(texts.get("rehearsal.old"));
      old.addClassName("wb-warn");
      head.add(old);
    }
    head.add(new Anchor("runs/" + picture.runId(), texts.get("rehearsal.open")));
    return head;
  }

  private String state(RunPicture picture) {
    return hasEnded(picture)
        ? texts.get("rehearsal.state." + picture.state())
        : texts.get("rehearsal.state.RUNNING", picture.blocks().size());
  }

  private Map<String, String> removed(RunPicture picture) {
    var lines = new LinkedHashMap<String, Integer>();
    for (var block : picture.blocks()) {
      if (!block.forecast()) {
        block.removed().forEach((rule, n) -> lines.merge(words.rule(rule), n, Integer::sum));
      }
    }
    return counted(lines);
  }

  private Map<String, String> sends(RunPicture picture) {
    var lines = new LinkedHashMap<String, Integer>();
    picture.sends().forEach((channel, n) -> lines.put(texts.get("channel." + channel), n));
    return counted(lines);
  }

  private Map<String, String> leads(RunPicture picture) {
    var lines = new LinkedHashMap<String, Integer>();
    boolean chinese = Texts.isChinese(Texts.language());
    picture.leads().stream()
        .limit(UNITS_SHOWN)
        .forEach(unit ->
            lines.put(unit.org() + " " + (chinese ? unit.nameZh() : unit.nameEn()), unit.leads()));
    var counted = counted(lines);
    if (picture.leads().size() > UNITS_SHOWN) {
      int rest =
          picture.leads().stream().skip(UNITS_SHOWN).mapToInt(RunPicture.UnitLeads::leads).sum();
      counted.put(
          texts.get("rehearsal.leads.more", picture.leads().size() - UNITS_SHOWN),
          Formats.count(rest));
    }
    return counted;
  }

  private static Map<String, String> counted(Map<String, Integer> lines) {
    var counted = new LinkedHashMap<String, String>();
    lines.forEach((word, n) -> counted.put(word, Formats.count(n)));
    return counted;
  }

  private Div column(String title, Map<String, String> lines) {
    var column = new Div(new H4(texts.get(title)));
    if (lines.isEmpty()) {
      column.add(new Span(texts.get("rehearsal.nobody")));
    }
    lines.forEach((word, count) -> {
      var line = new Div(new Span(word), new Span(count));
      line.addClassName("wb-funnel-line");
      column.add(line);
    });
    return column;
  }
}
