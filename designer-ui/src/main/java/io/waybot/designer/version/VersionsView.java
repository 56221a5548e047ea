package io.waybot.designer.version;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.journey.VersionChanges;
import io.waybot.runtime.journey.VersionHistory;
import io.waybot.runtime.journey.VersionHistory.Entry;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
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
      var back = new Anchor("journeys/" + id, texts.get("version.back"));
      add(new PageHeader(words.name(draft.journey()), texts.get("version.what.for"), back));
      add(new VersionTable(texts, words, sentences, acts, clock, draft, all, user.get()));
      compared(all, event.getLocation().getQueryParameters()).ifPresent(this::add);
    } catch (IllegalArgumentException | ApiProblem unknown) {
      throw new NotFoundException();
    }
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
