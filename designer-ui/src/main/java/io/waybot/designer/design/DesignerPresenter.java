package io.waybot.designer.design;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.Clash;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.Saved;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.rehearsal.LiveCount;
import io.waybot.runtime.rehearsal.LiveCounts;
import io.waybot.runtime.rehearsal.RunPicture;
import io.waybot.runtime.schedule.LifeEffect;
import io.waybot.runtime.schedule.RunPreview;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
  private final SignedIn person;
  private final Locale language;
  private final UUID id;
  private Draft draft;
  private @Nullable Unsaved unsaved;

  /** What could not be saved because somebody else had saved meanwhile. */
  private record Unsaved(String xml, JourneySettings settings) {}

  DesignerPresenter(Journeys journeys, Screen screen, SignedIn person, Locale language, UUID id) {
    this.journeys = journeys;
    this.screen = screen;
    this.person = person;
    this.language = language;
    this.id = id;
    this.draft = journeys.service().open(id, person);
  }

  void start() {
    draft = journeys.service().open(id, person);
    unsaved = null;
    screen.show(draft, editable());
    mark(journeys.lint(draft, language));
  }

  /** A planner draws on unless the version is with its approvers. */
  boolean editable() {
    return unsaved == null
        && person.is(Role.PLANNER)
        && draft.version().state() != VersionState.SUBMITTED;
  }

  /**
   * Keeps what was drawn; what is wrong with it is said, not refused.
   *
   * @return whether it is kept now
   */
  boolean drawn(String xml, JourneySettings settings) {
    if (unsaved != null) {
      unsaved = new Unsaved(xml, settings); // drawn while the question is on the screen
      return false;
    }
    if (!editable()) {
      return false;
    }
    if (unchanged(xml, settings)) {
      return true;
    }
    try {
      var saved =
          journeys.service().save(id, draft.version().revision(), xml, settings, person, language);
      goOn(saved);
      return true;
    } catch (ApiProblem problem) {
      if (!problem.code().equals("stale")) {
        throw problem;
      }
      unsaved = new Unsaved(xml, settings);
      askAboutClash();
      return false;
    }
  }

  /** What was found, and what approvers wanted changed. */
  private void mark(List<Finding> findings) {
    var all = new ArrayList<>(journeys.remarks().of(id, person, language));
    all.addAll(findings);
    screen.markFindings(all);
  }

  /** The screen keeps its drawing; only what stands around it is shown anew. */
  private void goOn(Saved saved) {
    draft = journeys.service().open(id, person);
    screen.refresh(draft, editable());
    mark(saved.report().findings());
  }

  /** Shows what stands against what; nothing can be drawn until somebody decides. */
  void askAboutClash() {
    if (unsaved != null) {
      var theirs = journeys.service().open(id, person);
      screen.refresh(draft, false);
      screen.clash(
          journeys.clashes().of(draft.version(), unsaved.xml(), unsaved.settings(), theirs));
    }
  }

  /** The own drawing becomes the newest draft; theirs stays in the list of versions. */
  void takeOver() {
    if (unsaved != null) {
      var mine = unsaved;
      var saved = journeys.service().takeOver(id, mine.xml(), mine.settings(), person, language);
      unsaved = null;
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
    if (unsaved == null) {
      throw new IllegalStateException("There is nothing unsaved.");
    }
    var zh = draft.journey().nameZh() + copyZh;
    var en = draft.journey().nameEn() + copyEn;
    return journeys
        .service()
        .saveAs(unsaved.xml(), unsaved.settings(), zh, en, person, language)
        .journeyId();
  }

  /** Whether somebody else has saved since; what is drawn from here on would meet it. */
  Optional<Draft> newer() {
    var newest = journeys.service().open(id, person);
    return unsaved == null && !basis(newest).equals(basis())
        ? Optional.of(newest)
        : Optional.empty();
  }

  /**
   * Takes back what a browser had kept because it could not be saved any more.
   *
   * @param basis what it had been drawn upon, as {@link #basis()} named it
   * @return whether it is kept now
   */
  boolean restored(String xml, String basis) {
    var settings = draft.version().settings();
    if (basis.equals(basis())) {
      return drawn(xml, settings);
    }
    unsaved = new Unsaved(xml, settings);
    askAboutClash();
    return false;
  }

  /** Names what is saved now: another name, and somebody saved meanwhile. */
  String basis() {
    return basis(draft);
  }

  private static String basis(Draft of) {
    return of.version().id() + ":" + of.version().revision();
  }

  /** The question of a clash is open: what is drawn here is not saved. */
  boolean undecided() {
    return unsaved != null;
  }

  private boolean unchanged(String xml, JourneySettings settings) {
    var version = draft.version();
    return version.bpmn().equals(xml) && version.settings().equals(settings);
  }

  void named(String zh, String en) {
    if (!zh.isBlank() && !en.isBlank()) {
      journeys.service().rename(id, zh, en, person);
      draft = journeys.service().open(id, person);
      screen.refresh(draft, editable());
    }
  }

  /** The units that may own the journey; its present one alone when that is settled. */
  List<OrgUnit> owners() {
    var present = draft.journey().ownerOrg();
    var units = journeys.life().ownerUnits(person);
    return editable() && journeys.life().mayBeGiven(id)
        ? units
        : units.stream().filter(unit -> unit.code().equals(present)).toList();
  }

  void given(String unit) {
    journeys.life().giveTo(id, unit, person);
    draft = journeys.service().open(id, person);
    mark(journeys.lint(draft, language));
  }

  /** Our rules and, where those are content, the engine's answer. */
  void check() {
    mark(journeys.check(draft, language));
    screen.openFindings();
  }

  void submit() {
    journeys.approvals().submit(id, person, language);
    start();
  }

  void withdraw() {
    journeys.approvals().withdraw(id, person);
    start();
  }

  void goLive() {
    journeys.deployer().goLive(id, person, language);
    start();
  }

  /** What pausing, resuming or retiring would mean now. */
  LifeEffect effect() {
    return journeys.effects().of(id, person);
  }

  void pause() {
    journeys.life().pause(id, person);
    start();
  }

  void resume() {
    journeys.life().resume(id, person);
    start();
  }

  void retire() {
    journeys.life().retire(id, person);
    start();
  }

  /** What a real run would do, judged by the last one; empty while there was none. */
  Optional<RunPreview> runPreview() {
    return journeys.runNow().preview(id, person);
  }

  /** Tries the drawing as it stands; nothing is sent. */
  void rehearse() {
    var run = journeys.runNow().rehearse(id, person, language);
    screen.rehearsing(journeys.pictures().of(run, person.scope()));
  }

  /** The newest rehearsal of the version on the screen, as far as it has come. */
  Optional<RunPicture> rehearsal() {
    return journeys
        .pictures()
        .newestRehearsal(draft.version().id())
        .map(run -> journeys.pictures().of(run, person.scope()));
  }

  /** Counts the drawing as saved, in the background, for people who may draw. */
  void count(LiveCounts.Desk desk, Consumer<LiveCount> told) {
    if (editable()) {
      desk.count(draft, told);
    }
  }

  /** Really sends. */
  UUID runNow() {
    return journeys.runNow().start(id, person);
  }

  /** Takes the drawing of a file in place of the present one. */
  void take(byte[] file) {
    var version = draft.version();
    var xml = new String(file, StandardCharsets.UTF_8);
    journeys.service().save(id, version.revision(), xml, version.settings(), person, language);
    start();
  }

  /** The segment's customers of the journey's unit today; empty if it cannot be asked. */
  OptionalInt customersOf(String segment) {
    return journeys.counts().of(segment, draft.journey().ownerOrg());
  }

  List<JourneyVersion> versions() {
    return journeys.service().versions(id, person);
  }
}
