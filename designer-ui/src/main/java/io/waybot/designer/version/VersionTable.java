package io.waybot.designer.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.VersionHistory.Entry;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Every version in a row: who made it, when, what changed, and what can be done with it. */
final class VersionTable extends Div {
  private final Texts texts;
  private final JourneyWords words;
  private final ChangeWords sentences;
  private final VersionActs acts;
  private final Clock clock;
  private final SignedIn reader;

  VersionTable(
      Texts texts,
      JourneyWords words,
      ChangeWords sentences,
      VersionActs acts,
      Clock clock,
      Draft draft,
      List<Entry> all,
      SignedIn reader) {
    this.texts = texts;
    this.words = words;
    this.sentences = sentences;
    this.acts = acts;
    this.clock = clock;
    this.reader = reader;
    var table =
        new SmallTable(
            texts.get("version.number"),
            texts.get("version.state"),
            texts.get("version.saved"),
            texts.get("version.changed"),
            texts.get("version.note"),
            "");
    table.addClassName("wb-versions");
    all.forEach(entry -> row(table, draft, entry));
    add(table);
  }

  private void row(SmallTable table, Draft draft, Entry entry) {
    var version = entry.version();
    var state = new Span(texts.get("journey.state." + version.state(), version.versionNo()));
    state.setClassName("wb-chip " + words.tone(version.state(), draft.journey().paused()));
    table.row(
        new Span("v" + version.versionNo()),
        state,
        new Span(version.author() + " · " + Formats.moment(version.savedAt(), clock.getZone())),
        new Span(changed(entry)),
        new Span(version.note() == null ? "" : version.note()),
        actions(draft, version));
  }

  private String changed(Entry entry) {
    var from = entry.version().restoredFrom();
    if (from != null) {
      return texts.get("version.restored", from);
    }
    return entry.version().versionNo() == 1
        ? texts.get("version.first")
        : sentences.sentence(entry.changes());
  }

  private Component actions(Draft draft, JourneyVersion version) {
    var actions = new Div();
    actions.addClassName("wb-line");
    int newest = draft.version().versionNo();
    if (version.versionNo() > 1) {
      actions.add(
          button(
              "compare-" + version.versionNo(),
              "version.compare",
              () -> compare(draft, version.versionNo() - 1, version.versionNo())));
    }
    if (version.versionNo() < newest - 1) {
      actions.add(
          button(
              "compare-newest-" + version.versionNo(),
              "version.compare.newest",
              () -> compare(draft, version.versionNo(), newest)));
    }
    if (reader.is(Role.PLANNER)) {
      actions.add(
          button(
              "note-" + version.versionNo(),
              "version.note.write",
              () -> acts.askNote(version, () -> UI.getCurrent().getPage().reload())));
      if (version.versionNo() < newest) {
        actions.add(
            button(
                "restore-" + version.versionNo(),
                "version.restore",
                () -> acts.askRestore(version, newest)));
      }
    }
    return actions;
  }

  private Button button(String id, String text, Runnable act) {
    var button = new Button(texts.get(text), click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    button.setId(id);
    return button;
  }

  private static void compare(Draft draft, int from, int to) {
    var both = Map.of("from", List.of(String.valueOf(from)), "to", List.of(String.valueOf(to)));
    UI.getCurrent()
        .navigate("journeys/" + draft.journey().id() + "/versions", new QueryParameters(both));
  }
}
