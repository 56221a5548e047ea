package io.waybot.runtime.journey;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A journey gets its owner; a live one pauses, goes on, ends; what is running already runs to its
 * end.
 */
@Component
public class JourneyLife {
  private final JourneyAccess access;
  private final JourneyRepository journeys;
  private final JourneyVersionRepository versions;
  private final OrgUnits units;
  private final AuditLog audit;

  JourneyLife(
      JourneyAccess access,
      JourneyRepository journeys,
      JourneyVersionRepository versions,
      OrgUnits units,
      AuditLog audit) {
    this.access = access;
    this.journeys = journeys;
    this.versions = versions;
    this.units = units;
    this.audit = audit;
  }

  @Transactional
  public void pause(UUID journeyId, SignedIn by) {
    change(journeyId, by, "journey.pause", Journey::pause);
  }

  @Transactional
  public void resume(UUID journeyId, SignedIn by) {
    change(journeyId, by, "journey.resume", Journey::resume);
  }

  @Transactional
  public void retire(UUID journeyId, SignedIn by) {
    var live = access.get(journeyId, by).liveVersionId();
    change(journeyId, by, "journey.retire", Journey::retire);
    if (live != null) {
      var version = versions.lock(live).orElseThrow();
      version.retire();
      versions.saveAndFlush(version);
    }
  }

  /** The units to which the person may give a journey: their own and those below it. */
  public List<OrgUnit> ownerUnits(SignedIn by) {
    return units.subtree(by.unit());
  }

  /** Whether the owner unit may still be chosen: nobody has signed for its customers yet. */
  @Transactional(readOnly = true)
  public boolean mayBeGiven(UUID journeyId) {
    return versions.findByJourneyIdOrderByVersionNoDesc(journeyId).stream()
        .allMatch(version -> version.state() == VersionState.DRAFT);
  }

  /**
   * Gives a journey to another unit, to whose customers all its lists are limited.
   *
   * @throws ApiProblem 404 for a unit out of scope; 409 {@code owner_fixed} once it was submitted
   */
  @Transactional
  public void giveTo(UUID journeyId, String unit, SignedIn by) {
    if (!by.is(Role.PLANNER)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    var journey = access.get(journeyId, by);
    if (units.find(unit).filter(by.scope()::covers).isEmpty()) {
      throw ApiProblem.notFound();
    }
    if (!mayBeGiven(journeyId)) {
      throw new ApiProblem(HttpStatus.CONFLICT, "owner_fixed");
    }
    journey.giveTo(unit);
    journeys.saveAndFlush(journey);
    audit.append(by.login(), "journey.owner", journey.key(), unit);
  }

  /** Draws the control groups anew: an act of its own, for results before and after differ. */
  @Transactional
  public void newExperimentPeriod(UUID journeyId, String salt, SignedIn by) {
    if (!by.is(Role.PLANNER)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    var journey = access.get(journeyId, by);
    journey.beginExperimentPeriod(salt);
    journeys.saveAndFlush(journey);
    audit.append(by.login(), "journey.experiment_period", journey.key(), salt);
  }

  private void change(UUID journeyId, SignedIn by, String act, Consumer<Journey> verb) {
    if (!by.isAny(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    var journey = access.get(journeyId, by);
    if (journey.liveVersionId() == null) {
      throw new ApiProblem(HttpStatus.CONFLICT, "not_live");
    }
    verb.accept(journey);
    journeys.saveAndFlush(journey);
    audit.append(by.login(), act, journey.key(), null);
  }
}
