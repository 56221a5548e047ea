package io.waybot.runtime.journey;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.lint.JourneyLinter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Drafts: saved first, then linted, for a draft may be wrong. */
@Component
public class JourneyService {
  private final JourneyRepository journeys;
  private final JourneyVersionRepository versions;
  private final JourneyAccess access;
  private final XmlGate gate;
  private final JourneyLinter linter;
  private final Signatures signatures;
  private final AuditLog audit;
  private final Clock clock;

  JourneyService(
      JourneyRepository journeys,
      JourneyVersionRepository versions,
      JourneyAccess access,
      XmlGate gate,
      JourneyLinter linter,
      Signatures signatures,
      AuditLog audit,
      Clock clock) {
    this.journeys = journeys;
    this.versions = versions;
    this.access = access;
    this.gate = gate;
    this.linter = linter;
    this.signatures = signatures;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a file in: a new journey, or a new draft version of the journey with its process id.
   *
   * @param revision of the newest version as the caller knows it; null: does not matter
   * @throws GateRefused if the file may not come in
   * @throws ApiProblem 409 {@code stale} or {@code key_taken}
   */
  @Transactional
  public Saved takeIn(byte[] file, @Nullable Integer revision, SignedIn by, Locale language) {
    var drawing = gate.accept(file);
    var known = journeys.findByJourneyKey(drawing.processId()).orElse(null);
    if (known == null) {
      return first(drawing, JourneySettings.empty(), by, language);
    }
    if (!access.sees(by, known)) {
      throw new ApiProblem(HttpStatus.CONFLICT, "key_taken", drawing.processId());
    }
    var newest = access.newest(known);
    requireFresh(newest, revision);
    signatures.voidBecauseEdited(known, newest, by);
    return next(known, newest, drawing, newest.settings(), by, language);
  }

  /** The newest version with its journey. */
  @Transactional(readOnly = true)
  public Draft open(UUID journeyId, SignedIn by) {
    var journey = access.get(journeyId, by);
    var live = journey.liveVersionId();
    return new Draft(
        journey,
        access.newest(journey),
        live == null ? null : versions.findById(live).orElseThrow().versionNo());
  }

  /** All versions, the newest first. */
  @Transactional(readOnly = true)
  public List<JourneyVersion> versions(UUID journeyId, SignedIn by) {
    return versions.findByJourneyIdOrderByVersionNoDesc(access.get(journeyId, by).id());
  }

  /**
   * Saves the draft; when the newest version went live already, a new one begins. A version that is
   * with its approvers, or was with them, is a draft again and must be signed anew.
   *
   * @param revision of the newest version as the planner saw it
   * @throws ApiProblem 409 {@code stale} if somebody else saved meanwhile
   */
  @Transactional
  public Saved save(
      UUID journeyId,
      int revision,
      String xml,
      JourneySettings settings,
      SignedIn by,
      Locale language) {
    var journey = access.get(journeyId, by);
    var newest = access.newest(journey);
    requireFresh(newest, revision);
    var drawing = gate.accept(xml);
    signatures.voidBecauseEdited(journey, newest, by);
    if (newest.state() != VersionState.DRAFT) {
      return next(journey, newest, drawing, settings, by, language);
    }
    var own = under(journey.key(), drawing);
    newest.redraw(own.xml(), withWaits(settings, own), by.login(), clock.instant());
    return saved(journey, store(newest), own, language);
  }

  /**
   * Makes a drawing the newest draft although somebody else saved meanwhile. Theirs stays in the
   * list of versions.
   *
   * @throws ApiProblem 409 {@code in_approval}
   */
  @Transactional
  public Saved takeOver(
      UUID journeyId, String xml, JourneySettings settings, SignedIn by, Locale language) {
    var journey = access.get(journeyId, by);
    var newest = access.newest(journey);
    if (newest.state() == VersionState.SUBMITTED) {
      throw new ApiProblem(HttpStatus.CONFLICT, "in_approval");
    }
    var saved = next(journey, newest, gate.accept(xml), settings, by, language);
    var over = "v%d → v%d".formatted(newest.versionNo(), saved.version());
    audit.append(by.login(), "journey.take_over", journey.key(), over);
    return saved;
  }

  /** Keeps a drawing as a journey of its own, owned by the person's unit. */
  @Transactional
  public Saved saveAs(
      String xml,
      JourneySettings settings,
      String nameZh,
      String nameEn,
      SignedIn by,
      Locale language) {
    var drawing = gate.accept(xml);
    var key = "journey_" + UUID.randomUUID().toString().substring(0, 8);
    var own = new CleanBpmn(gate.renamed(drawing, key), key, nameZh + " / " + nameEn);
    return first(own, settings, by, language);
  }

  /** Names are shown everywhere and are no part of a version. */
  @Transactional
  public void rename(UUID journeyId, String nameZh, String nameEn, SignedIn by) {
    var journey = access.get(journeyId, by);
    journey.rename(nameZh, nameEn);
    journeys.saveAndFlush(journey);
    audit.append(by.login(), "journey.rename", journey.key(), nameZh + " / " + nameEn);
  }

  private Saved first(CleanBpmn drawing, JourneySettings settings, SignedIn by, Locale language) {
    var names = drawing.processName().isBlank() ? drawing.processId() : drawing.processName();
    var both = names.split(" / ", 2);
    var journey =
        new Journey(
            drawing.processId(),
            both[0],
            both[both.length - 1],
            by.unit().code(),
            by.login(),
            drawing.processId() + "/" + UUID.randomUUID(),
            clock.instant());
    journeys.saveAndFlush(journey);
    audit.append(by.login(), "journey.create", journey.key(), null);
    var version = version(journey, 1, drawing, withWaits(settings, drawing), by);
    return saved(journey, version, drawing, language);
  }

  private Saved next(
      Journey journey,
      JourneyVersion before,
      CleanBpmn drawing,
      JourneySettings settings,
      SignedIn by,
      Locale language) {
    var own = under(journey.key(), drawing);
    var version = version(journey, before.versionNo() + 1, own, withWaits(settings, own), by);
    return saved(journey, version, own, language);
  }

  private JourneyVersion version(
      Journey journey, int number, CleanBpmn drawing, JourneySettings settings, SignedIn by) {
    var version =
        new JourneyVersion(
            journey.id(), number, drawing.xml(), settings, by.login(), clock.instant());
    return store(version);
  }

  private JourneyVersion store(JourneyVersion version) {
    try {
      return versions.saveAndFlush(version);
    } catch (ObjectOptimisticLockingFailureException e) {
      throw new ApiProblem(HttpStatus.CONFLICT, "stale");
    }
  }

  private Saved saved(Journey journey, JourneyVersion version, CleanBpmn drawing, Locale language) {
    var report = linter.check(drawing.processId(), drawing.xml(), version.settings(), language);
    return new Saved(
        journey.id(),
        journey.key(),
        version.versionNo(),
        version.revision(),
        version.state(),
        report);
  }

  /** The drawing says how long its waits take. */
  private JourneySettings withWaits(JourneySettings settings, CleanBpmn drawing) {
    return settings.withWaits(linter.waits(drawing.xml()));
  }

  private CleanBpmn under(String key, CleanBpmn drawing) {
    return drawing.processId().equals(key)
        ? drawing
        : new CleanBpmn(gate.renamed(drawing, key), key, drawing.processName());
  }

  private static void requireFresh(JourneyVersion newest, @Nullable Integer revision) {
    if (revision != null && revision != newest.revision()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "stale").with("revision", newest.revision());
    }
  }
}
