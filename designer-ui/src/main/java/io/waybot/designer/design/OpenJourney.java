package io.waybot.designer.design;

import io.waybot.db.bank.Role;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.lint.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One journey on one person's screen: what is saved of it, and what is not. */
class OpenJourney {
  /** A drawing with its settings, as somebody has them on the screen. */
  record Drawn(String xml, JourneySettings settings) {}

  final UUID id;
  final SignedIn person;
  final Locale language;
  private final Journeys journeys;
  private final DesignerPresenter.Screen screen;
  private Draft draft;
  private @Nullable Drawn unsaved;

  OpenJourney(
      Journeys journeys,
      DesignerPresenter.Screen screen,
      SignedIn person,
      Locale language,
      UUID id) {
    this.journeys = journeys;
    this.screen = screen;
    this.person = person;
    this.language = language;
    this.id = id;
    this.draft = journeys.service().open(id, person);
  }

  /** What is saved, as far as this screen knows. */
  Draft draft() {
    return draft;
  }

  /** What is saved now, whoever saved it. */
  Draft newest() {
    return journeys.service().open(id, person);
  }

  /** What could not be saved because somebody else had saved meanwhile. */
  @Nullable Drawn unsaved() {
    return unsaved;
  }

  void keepBack(@Nullable Drawn drawn) {
    unsaved = drawn;
  }

  /** A planner draws on unless the version is with its approvers or a clash is undecided. */
  boolean editable() {
    return unsaved == null
        && person.is(Role.PLANNER)
        && draft.version().state() != VersionState.SUBMITTED;
  }

  /** Shows everything anew as it is saved; what was not is forgotten. */
  void start() {
    reload();
    unsaved = null;
    screen.show(draft, editable());
    lint();
  }

  /** Learns what is saved now. */
  void reload() {
    draft = newest();
  }

  /** The screen keeps its drawing; only what stands around it is shown anew. */
  void refresh() {
    reload();
    screen.refresh(draft, editable());
  }

  /** What our own rules say of what is saved. */
  void lint() {
    mark(journeys.lint(draft, language));
  }

  /** What was found, and what approvers wanted changed. */
  void mark(List<Finding> findings) {
    var all = new ArrayList<>(journeys.remarks().of(id, person, language));
    all.addAll(findings);
    screen.markFindings(all);
  }
}
