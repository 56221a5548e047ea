package io.waybot.runtime.journey;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Approvals;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.risk.RiskTiers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Going live needs other people's signatures; no setting turns that off. */
@Component
public class ApprovalService {
  private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(18, 0);

  private final JourneyAccess access;
  private final JourneyVersionRepository versions;
  private final Approvals approvals;
  private final Signatures signatures;
  private final RiskTiers risk;
  private final JourneyCheck check;
  private final BusinessCalendar calendar;
  private final AuditLog audit;
  private final Clock clock;

  ApprovalService(
      JourneyAccess access,
      JourneyVersionRepository versions,
      Approvals approvals,
      Signatures signatures,
      RiskTiers risk,
      JourneyCheck check,
      BusinessCalendar calendar,
      AuditLog audit,
      Clock clock) {
    this.access = access;
    this.versions = versions;
    this.approvals = approvals;
    this.signatures = signatures;
    this.risk = risk;
    this.check = check;
    this.calendar = calendar;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks for the signatures the draft needs.
   *
   * @throws ApiProblem 422 {@code findings}; 409 {@code not_a_draft}
   */
  @Transactional
  public List<Approval> submit(UUID journeyId, SignedIn by, Locale language) {
    requireRole(by, Role.PLANNER);
    var journey = access.get(journeyId, by);
    var version = locked(journey);
    require(version, VersionState.DRAFT, "not_a_draft");
    check.require(journey.key(), version, language);
    version.submit(clock.instant());
    versions.saveAndFlush(version);
    for (var step : risk.of(journey, version).signatures()) {
      approvals.ask(version.id(), step, dueAt(step));
    }
    audit.append(by.login(), "journey.submit", subject(journey, version), null);
    return approvals.of(version.id());
  }

  /** Back to a draft, before everybody signed. */
  @Transactional
  public void withdraw(UUID journeyId, SignedIn by) {
    requireRole(by, Role.PLANNER);
    var journey = access.get(journeyId, by);
    var version = locked(journey);
    require(version, VersionState.SUBMITTED, "not_submitted");
    signatures.takeBack(version);
    audit.append(by.login(), "journey.withdraw", subject(journey, version), null);
  }

  /**
   * Gives the signature that the person's duty is.
   *
   * @return what is still missing; empty when everybody signed
   * @throws ApiProblem 403 {@code own_work} for the author; 409 {@code nothing_to_sign}
   */
  @Transactional
  public List<Approval> approve(UUID journeyId, SignedIn by, @Nullable String comment) {
    var journey = access.get(journeyId, by);
    var version = locked(journey);
    var mine = mine(version, by);
    decide(mine, Approval.State.APPROVED, by, comment, null);
    var open = waiting(version);
    if (open.isEmpty()) {
      version.approve();
      versions.saveAndFlush(version);
    }
    audit.append(by.login(), "journey.approve", subject(journey, version), mine.step().name());
    return open;
  }

  /**
   * Sends the version back to its author.
   *
   * @param comment what is to be changed
   * @param elementId the block it is about; null: the whole journey
   */
  @Transactional
  public void returnToAuthor(
      UUID journeyId, SignedIn by, String comment, @Nullable String elementId) {
    if (comment.isBlank()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "comment_missing");
    }
    var journey = access.get(journeyId, by);
    var version = locked(journey);
    decide(mine(version, by), Approval.State.RETURNED, by, comment, elementId);
    signatures.takeBack(version);
    audit.append(by.login(), "journey.return", subject(journey, version), comment);
  }

  /** Every signature asked for the newest version, given or not yet. */
  @Transactional(readOnly = true)
  public List<Approval> signatures(UUID journeyId, SignedIn by) {
    return approvals.of(access.newest(access.get(journeyId, by)).id());
  }

  /** What waits for this person, the most urgent first. */
  @Transactional(readOnly = true)
  public List<Waiting> inbox(SignedIn by) {
    return approvals.waiting().stream()
        .filter(approval -> isMine(approval, by) && isDue(approval))
        .map(approval -> waiting(approval, by))
        .flatMap(java.util.Optional::stream)
        .toList();
  }

  /** One line of an approver's inbox. */
  public record Waiting(Approval approval, Journey journey, JourneyVersion version) {}

  private java.util.Optional<Waiting> waiting(Approval approval, SignedIn by) {
    var version = versions.findById(approval.journeyVersionId()).orElseThrow();
    try {
      return java.util.Optional.of(
          new Waiting(approval, access.get(version.journeyId(), by), version));
    } catch (ApiProblem outOfScope) {
      return java.util.Optional.empty();
    }
  }

  private Approval mine(JourneyVersion version, SignedIn by) {
    requireRole(by, Role.APPROVER);
    if (by.login().equals(version.author())) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "own_work");
    }
    require(version, VersionState.SUBMITTED, "not_submitted");
    return waiting(version).stream()
        .filter(approval -> isMine(approval, by) && isDue(approval))
        .findFirst()
        .orElseThrow(() -> new ApiProblem(HttpStatus.CONFLICT, "nothing_to_sign"));
  }

  private static boolean isMine(Approval approval, SignedIn by) {
    return by.is(Role.APPROVER) && approval.step().name().equals(by.person().duty());
  }

  private boolean isDue(Approval approval) {
    return approval.isDueAmong(approvals.of(approval.journeyVersionId()));
  }

  private List<Approval> waiting(JourneyVersion version) {
    return approvals.of(version.id()).stream()
        .filter(approval -> approval.state() == Approval.State.WAITING)
        .toList();
  }

  private void decide(
      Approval mine,
      Approval.State decision,
      SignedIn by,
      @Nullable String comment,
      @Nullable String elementId) {
    if (!approvals.decide(mine.id(), decision, by.login(), comment, elementId, clock.instant())) {
      throw new ApiProblem(HttpStatus.CONFLICT, "nothing_to_sign");
    }
  }

  private JourneyVersion locked(Journey journey) {
    return versions.lock(access.newest(journey).id()).orElseThrow();
  }

  private Instant dueAt(Approval.Step step) {
    return calendar
        .plus(LocalDate.now(clock), step.last() ? 2 : 1)
        .atTime(CLOSE_OF_BUSINESS)
        .atZone(clock.getZone())
        .toInstant();
  }

  private static void require(JourneyVersion version, VersionState state, String code) {
    if (version.state() != state) {
      throw new ApiProblem(HttpStatus.CONFLICT, code);
    }
  }

  private static void requireRole(SignedIn by, Role role) {
    if (!by.is(role)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
  }

  private static String subject(Journey journey, JourneyVersion version) {
    return journey.key() + " v" + version.versionNo();
  }
}
