package io.waybot.runtime.journey;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Approvals;
import io.waybot.db.journey.Deployments;
import io.waybot.db.journey.GoLiveReviews;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineReady;
import io.waybot.runtime.journey.approval.BusinessHours;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts approved versions on the engine; what is there never changes. */
@Component
public class JourneyDeployer {
  private static final Logger log = LoggerFactory.getLogger(JourneyDeployer.class);

  /** Business days, a week with its weekend. */
  private static final int REVIEW_AFTER = 5;

  private final JourneyAccess access;
  private final JourneyRepository journeys;
  private final JourneyVersionRepository versions;
  private final Approvals approvals;
  private final Deployments deployments;
  private final GoLiveReviews reviews;
  private final BusinessHours hours;
  private final JourneyCheck check;
  private final Engine engine;
  private final TransactionTemplate transaction;
  private final AuditLog audit;
  private final Clock clock;

  JourneyDeployer(
      JourneyAccess access,
      JourneyRepository journeys,
      JourneyVersionRepository versions,
      Approvals approvals,
      Deployments deployments,
      GoLiveReviews reviews,
      BusinessHours hours,
      JourneyCheck check,
      Engine engine,
      TransactionTemplate transaction,
      AuditLog audit,
      Clock clock) {
    this.access = access;
    this.journeys = journeys;
    this.versions = versions;
    this.approvals = approvals;
    this.deployments = deployments;
    this.reviews = reviews;
    this.hours = hours;
    this.check = check;
    this.engine = engine;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is live now. */
  public record Live(UUID journeyId, int version, long definitionKey) {}

  /**
   * Puts the approved version live. Asked again it answers the same.
   *
   * @throws ApiProblem 422 {@code findings}; 409 {@code approval_required} with the missing
   *     signatures, {@code not_as_signed} if the stored drawing is not the one that was signed
   */
  public Live goLive(UUID journeyId, SignedIn by, Locale language) {
    if (!by.isAny(Role.PLANNER, Role.APPROVER)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    var journey = access.get(journeyId, by);
    var version = access.newest(journey);
    if (version.state() == VersionState.LIVE) {
      return new Live(journey.id(), version.versionNo(), known(journey, version));
    }
    check.require(journey.key(), version, language);
    if (version.state() != VersionState.APPROVED) {
      throw approvalRequired(version);
    }
    if (!version.isAsSubmitted()) {
      throw new ApiProblem(HttpStatus.CONFLICT, "not_as_signed");
    }
    var key = deploy(journey, version);
    transaction.executeWithoutResult(status -> markLive(journey.id(), version.id(), by));
    log.info("journey={} version={} live definition={}", journey.key(), version.versionNo(), key);
    return new Live(journey.id(), version.versionNo(), key);
  }

  /** A new engine knows no journey: it gets the live ones again. */
  @EventListener
  void redeploy(EngineReady ready) {
    for (var id : deployments.missing(ready.engineId())) {
      var version = versions.findById(id).orElseThrow();
      var journey = journeys.findById(version.journeyId()).orElseThrow();
      if (version.isAsSubmitted()) {
        known(journey, version);
      } else {
        log.error(
            "journey={} version={} is not what was signed and stays off the engine",
            journey.key(),
            version.versionNo());
      }
    }
  }

  private long known(Journey journey, JourneyVersion version) {
    return deployments
        .definitionKey(engine.id(), version.id())
        .orElseGet(() -> deploy(journey, version));
  }

  /** Whatever a rehearsal put there before: what goes live is the drawing that was signed. */
  private long deploy(Journey journey, JourneyVersion version) {
    var deployed = engine.deploy(journey.key() + ".bpmn", version.bpmn());
    deployments.add(engine.id(), version.id(), deployed.definitionKey(), deployed.version());
    return deployed.definitionKey();
  }

  private void markLive(UUID journeyId, UUID versionId, SignedIn by) {
    var journey = journeys.findById(journeyId).orElseThrow();
    var version = versions.lock(versionId).orElseThrow();
    var before = journey.liveVersionId();
    if (before != null && !before.equals(versionId)) {
      var replaced = versions.lock(before).orElseThrow();
      replaced.retire();
      versions.saveAndFlush(replaced);
    }
    version.goLive(clock.instant());
    versions.saveAndFlush(version);
    journey.goLive(versionId);
    journeys.saveAndFlush(journey);
    var subject = journey.key() + " v" + version.versionNo();
    reviews.ask(versionId, hours.closeOfDay(REVIEW_AFTER));
    audit.append(by.login(), "journey.deploy", subject, null);
  }

  private ApiProblem approvalRequired(JourneyVersion version) {
    var missing =
        approvals.of(version.id()).stream()
            .filter(approval -> approval.state() == Approval.State.WAITING)
            .map(Approval::step)
            .toList();
    return new ApiProblem(HttpStatus.CONFLICT, "approval_required")
        .with("state", version.state())
        .with("missing", missing);
  }
}
