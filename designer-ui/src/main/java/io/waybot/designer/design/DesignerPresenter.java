package io.waybot.designer.design;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.Clash;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.rehearsal.RunPicture;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The conversation between a planner and one journey: drawn, saved, checked, handed in, live. */
class DesignerPresenter {
  /** What the presenter knows of the screen. */
  interface Screen {
    /** Shows the journey anew, drawing included. */
    void show(Draft draft, boolean editable);

    /** Shows what changed around the drawing: state, version, buttons. */
    void refresh(Draft draft, boolean editable);

    void markFindings(List<Finding> findings);

    /** The draft was changed by somebody else meanwhile: nothing is overwritten. */
    void clash(Clash clash);

    void openFindings();

    /** Follows a rehearsal that has just begun. */
    void rehearsing(RunPicture picture);
  }

  private final Journeys journeys;
  private final Screen screen;
  private final OpenJourney open;
  private final Saving saving;
  private final LifeSteps life;
  private final Trial trial;

  DesignerPresenter(Journeys journeys, Screen screen, SignedIn person, Locale language, UUID id) {
    this.journeys = journeys;
    this.screen = screen;
    this.open = new OpenJourney(journeys, screen, person, language, id);
    this.saving = new Saving(journeys, screen, open);
    this.life = new LifeSteps(journeys, open);
    this.trial = new Trial(journeys, screen, open);
  }

  Saving saving() {
    return saving;
  }

  LifeSteps life() {
    return life;
  }

  Trial trial() {
    return trial;
  }

  void start() {
    open.start();
  }

  boolean editable() {
    return open.editable();
  }

  void named(String zh, String en) {
    if (!zh.isBlank() && !en.isBlank()) {
      journeys.service().rename(open.id, zh, en, open.person);
      open.refresh();
    }
  }

  /** The units that may own the journey; its present one alone when that is settled. */
  List<OrgUnit> owners() {
    var present = open.draft().journey().ownerOrg();
    var units = journeys.life().ownerUnits(open.person);
    return editable() && journeys.life().mayBeGiven(open.id)
        ? units
        : units.stream().filter(unit -> unit.code().equals(present)).toList();
  }

  void given(String unit) {
    journeys.life().giveTo(open.id, unit, open.person);
    open.reload();
    open.lint();
  }

  /** Our rules and, where those are content, the engine's answer. */
  void check() {
    open.mark(journeys.check(open.draft(), open.language));
    screen.openFindings();
  }

  /** Takes the drawing of a file in place of the present one. */
  void take(byte[] file) {
    var version = open.draft().version();
    var xml = new String(file, StandardCharsets.UTF_8);
    journeys
        .service()
        .save(open.id, version.revision(), xml, version.settings(), open.person, open.language);
    start();
  }

  List<JourneyVersion> versions() {
    return journeys.service().versions(open.id, open.person);
  }
}
