package io.waybot.designer.design;

import io.waybot.db.journey.JourneySettings;
import io.waybot.designer.design.OpenJourney.Drawn;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.Saved;
import java.util.Optional;
import java.util.UUID;

/** Keeps what is drawn, and never over what somebody else saved meanwhile. */
class Saving {
  private final Journeys journeys;
  private final DesignerPresenter.Screen screen;
  private final OpenJourney open;

  Saving(Journeys journeys, DesignerPresenter.Screen screen, OpenJourney open) {
    this.journeys = journeys;
    this.screen = screen;
    this.open = open;
  }

  /**
   * Keeps what was drawn; what is wrong with it is said, not refused.
   *
   * @return whether it is kept now
   */
  boolean drawn(String xml, JourneySettings settings) {
    var drawn = new Drawn(xml, settings);
    if (undecided()) {
      open.keepBack(drawn); // drawn while the question is on the screen
      return false;
    }
    return open.editable() && (unchanged(drawn) || save(drawn));
  }

  private boolean save(Drawn drawn) {
    var revision = open.draft().version().revision();
    try {
      goOn(
          journeys
              .service()
              .save(open.id, revision, drawn.xml(), drawn.settings(), open.person, open.language));
      return true;
    } catch (ApiProblem problem) {
      if (!problem.code().equals("stale")) {
        throw problem;
      }
      open.keepBack(drawn);
      askAboutClash();
      return false;
    }
  }

  private void goOn(Saved saved) {
    open.refresh();
    open.mark(saved.report().findings());
  }

  private boolean unchanged(Drawn drawn) {
    var version = open.draft().version();
    return version.bpmn().equals(drawn.xml()) && version.settings().equals(drawn.settings());
  }

  /** The question of a clash is open: what is drawn here is not saved. */
  boolean undecided() {
    return open.unsaved() != null;
  }

  /** Shows what stands against what; nothing can be drawn until somebody decides. */
  void askAboutClash() {
    var mine = open.unsaved();
    if (mine != null) {
      var theirs = open.newest();
      screen.refresh(theirs, false);
      screen.clash(
          journeys.clashes().of(open.draft().version(), mine.xml(), mine.settings(), theirs));
    }
  }

  /** The own drawing becomes the newest draft; theirs stays in the list of versions. */
  void takeOver() {
    var mine = open.unsaved();
    if (mine != null) {
      var saved =
          journeys
              .service()
              .takeOver(open.id, mine.xml(), mine.settings(), open.person, open.language);
      open.keepBack(null);
      goOn(saved);
    }
  }

  /**
   * The own drawing becomes a journey of its own.
   *
   * @param copyZh what stands behind the journey's name then
   * @return the new journey's id
   */
  UUID saveAs(String copyZh, String copyEn) {
    var mine = open.unsaved();
    if (mine == null) {
      throw new IllegalStateException("There is nothing unsaved.");
    }
    var journey = open.draft().journey();
    var zh = journey.nameZh() + copyZh;
    var en = journey.nameEn() + copyEn;
    return journeys
        .service()
        .saveAs(mine.xml(), mine.settings(), zh, en, open.person, open.language)
        .journeyId();
  }

  /** Whether somebody else has saved since; what is drawn from here on would meet it. */
  Optional<Draft> newer() {
    var newest = open.newest();
    return undecided() || basis(newest).equals(basis()) ? Optional.empty() : Optional.of(newest);
  }

  /**
   * Takes back what a browser had kept because it could not be saved any more.
   *
   * @param basis what it had been drawn upon, as {@link #basis()} named it
   * @return whether it is kept now
   */
  boolean restored(String xml, String basis) {
    var settings = open.draft().version().settings();
    if (basis.equals(basis())) {
      return drawn(xml, settings);
    }
    open.keepBack(new Drawn(xml, settings));
    askAboutClash();
    return false;
  }

  /** Names what is saved now: another name, and somebody saved meanwhile. */
  String basis() {
    return basis(open.draft());
  }

  private static String basis(Draft of) {
    return of.version().id() + ":" + of.version().revision();
  }
}
