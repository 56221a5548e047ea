package io.waybot.runtime.journey;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Approvals;
import io.waybot.db.journey.Approvals.Decision;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.approval.ApprovalMatrix;
import io.waybot.runtime.journey.approval.Check;
import io.waybot.runtime.journey.approval.Signers;
import io.waybot.runtime.journey.approval.Signers.Duty;
import io.waybot.runtime.journey.risk.RiskTiers;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Going live needs other people's signatures; no setting turns that off. */
@Component
public class ApprovalService {
  private final JourneyAccess access;
  private final JourneyVersionRepository versions;
  private final Approvals approvals;
  private final Signatures signatures;
  private final Signers signers;
  private final ApprovalMatrix matrix;
  private final RiskTiers risk;
  private final JourneyCheck check;
  private final AuditLog audit;
  private final Clock clock;

  ApprovalService(
      JourneyAccess access,
      JourneyVersionRepository versions,
      Approvals approvals,
      Signatures signatures,
      Signers signers,
      ApprovalMatrix matrix,
      RiskTiers risk,
      JourneyCheck check,
      AuditLog audit,
      Clock clock) {
    this.access = access;
    this.versions = versions;
    this.approvals = approvals;
    this.signatures = signatures;
    this.signers = signers;
    this.matrix = matrix;
    this.risk = risk;
    this.check = check;
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
    requirePlanner(by);
    var journey = access.get(journeyId, by);
    var version = locked(journey);
    require(version, VersionState.DRAFT, "not_a_draft");
    check.require(journey.key(), version, language);
    version.submit(clock.instant());
    versions.saveAndFlush(version);
    approvals.resolveRemarks(journey.id(), clock.instant());
    var judged = risk.of(journey, version);
    for (var wanted : matrix.of(journey, version, judged, risk.channels(version))) {
      approvals.ask(version.id(), wanted.step(), wanted.stage(), wanted.dueAt());
    }
    audit.append(by.login(), "journey.submit", subject(journey, version), null);
    return approvals.of(version.id());
  }

  /** Back to a draft, before everybody signed. */
  @Transactional
  public void withdraw(UUID journeyId, SignedIn by) {
    requirePlanner(by);
    var journey = access.get(journeyId, by);
    var version = locked(journey);
    require(version, VersionState.SUBMITTED, "not_submitted");
    signatures.takeBack(version);
    audit.append(by.login(), "journey.withdraw", subject(journey, version), null);
  }

  /** As below, where nobody asked what the signer looked at; the dossier says so. */
  @Transactional
  public List<Approval> approve(UUID journeyId, SignedIn by, @Nullable String comment) {
    return approve(journeyId, by, comment, null);
  }

  /**
   * Gives the signature that is the person's duty, or of somebody whose deputy they are.
   *
   * @param checked what the signer looked at; null: they were not asked
   * @return what is still missing; empty when everybody signed
   * @throws ApiProblem 403 {@code own_work} for the author; 409 {@code nothing_to_sign}; 422 {@code
   *     checklist_incomplete}
   */
  @Transactional
  public List<Approval> approve(
      UUID journeyId, SignedIn by, @Nullable String comment, @Nullable Set<Check> checked) {
    var journey = access.get(journeyId, by);
    var version = locked(journey);
    var duty = duty(version, by);
    if (checked != null && !checked.containsAll(Check.of(duty.approval().step()))) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "checklist_incomplete");
    }
    var confirmed = checked == null ? null : checked.stream().map(Check::name).sorted().toList();
    decide(duty, by, Approval.State.APPROVED, comment, null, confirmed);
    var open = waiting(version);
    if (open.isEmpty()) {
      version.approve();
      versions.saveAndFlush(version);
    }
    audit.append(by.login(), "journey.approve", subject(journey, version), said(duty, by));
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
    var duty = duty(version, by);
    decide(duty, by, Approval.State.RETURNED, comment, elementId, null);
    signatures.takeBack(version);
    var detail = said(duty, by) + ": " + comment;
    audit.append(by.login(), "journey.return", subject(journey, version), detail);
  }

  /** Every signature asked for the newest version, given or not yet. */
  @Transactional(readOnly = true)
  public List<Approval> signatures(UUID journeyId, SignedIn by) {
    return approvals.of(access.newest(access.get(journeyId, by)).id());
  }

  private Duty duty(JourneyVersion version, SignedIn by) {
    if (!by.is(Role.APPROVER)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    if (by.login().equals(version.author())) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "own_work");
    }
    require(version, VersionState.SUBMITTED, "not_submitted");
    return signers
        .duty(by, version.author(), approvals.of(version.id()))
        .orElseThrow(() -> new ApiProblem(HttpStatus.CONFLICT, "nothing_to_sign"));
  }

  private List<Approval> waiting(JourneyVersion version) {
    return approvals.of(version.id()).stream().filter(Approval::isOpen).toList();
  }

  private void decide(
      Duty duty,
      SignedIn by,
      Approval.State state,
      @Nullable String comment,
      @Nullable String elementId,
      @Nullable List<String> checked) {
    var signedFor = duty.by().equals(by.login()) ? null : duty.by();
    var decision = new Decision(state, by.login(), signedFor, comment, elementId, checked);
    if (!approvals.decide(duty.approval().id(), decision, clock.instant())) {
      throw new ApiProblem(HttpStatus.CONFLICT, "nothing_to_sign");
    }
  }

  private JourneyVersion locked(Journey journey) {
    return versions.lock(access.newest(journey).id()).orElseThrow();
  }

  /** The signature, and for whom a deputy gave it. */
  private static String said(Duty duty, SignedIn by) {
    var step = duty.approval().step().name();
    return duty.by().equals(by.login()) ? step : step + " for " + duty.by();
  }

  private static void require(JourneyVersion version, VersionState state, String code) {
    if (version.state() != state) {
      throw new ApiProblem(HttpStatus.CONFLICT, code);
    }
  }

  private static void requirePlanner(SignedIn by) {
    if (!by.is(Role.PLANNER)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
  }

  private static String subject(Journey journey, JourneyVersion version) {
    return journey.key() + " v" + version.versionNo();
  }
}
