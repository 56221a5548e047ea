package io.waybot.designer.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.journey.VersionChanges;
import io.waybot.runtime.journey.VersionHistory;
import io.waybot.runtime.journey.VersionHistory.Entry;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The versions of one journey, two of them side by side, and an old one as the new draft. */
@Route("journeys/:id/versions")
@Page(text = "version.title")
@RolesAllowed({"PLANNER", "APPROVER"})
class VersionsView extends Div implements BeforeEnterObserver {
  private final Texts texts;
  private final JourneyWords words;
  private final ChangeWords sentences;
  private final Comparisons comparisons;
  private final JourneyService journeys;
  private final VersionHistory history;
  private final VersionActs acts;
  private final CurrentUser user;
  private final Clock clock;

  VersionsView(
      Texts texts,
      JourneyWords words,
      ChangeWords sentences,
      Comparisons comparisons,
      JourneyService journeys,
      VersionHistory history,
      VersionActs acts,
      CurrentUser user,
      Clock clock) {
    this.texts = texts;
    this.words = words;
    this.sentences = sentences;
    this.comparisons = comparisons;
    this.journeys = journeys;
    this.history = history;
    this.acts = acts;
    this.user = user;
    this.clock = clock;
    addClassName("wb-content");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    try {
      var id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
      var draft = journeys.open(id, user.get());
      var all = history.of(id, user.get());
      show(draft, all);
      compared(all, event.getLocation().getQueryParameters()).ifPresent(this::add);
    } catch (IllegalArgumentException | ApiProblem unknown) {
      throw new NotFoundException();
    }
  }

  private void show(Draft draft, List<Entry> all) {
    var back = new Anchor("journeys/" + draft.journey().id(), texts.get("version.back"));
    add(new PageHeader(words.name(draft.journey()), texts.get("version.what.for"), back));
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
    if (user.get().is(Role.PLANNER)) {
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

  private Optional<Component> compared(List<Entry> all, QueryParameters parameters) {
    var before = parameters.getSingleParameter("from").flatMap(number -> find(all, number));
    var after = parameters.getSingleParameter("to").flatMap(number -> find(all, number));
    return before.flatMap(
        old -> after.map(now -> compared(old, now, VersionChanges.between(old, now))));
  }

  private Component compared(JourneyVersion old, JourneyVersion now, VersionChanges changes) {
    var title = texts.get("version.between", old.versionNo(), now.versionNo(), changes.count());
    return new Div(new H3(title), comparisons.of(old, now, changes));
  }

  private static Optional<JourneyVersion> find(List<Entry> all, String number) {
    return all.stream()
        .map(Entry::version)
        .filter(version -> String.valueOf(version.versionNo()).equals(number))
        .findFirst();
  }
}
