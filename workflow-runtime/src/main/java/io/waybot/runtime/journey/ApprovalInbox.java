package io.waybot.runtime.journey;

import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Approvals;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.approval.Signers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for somebody's signature, their own or as a deputy. */
@Component
public class ApprovalInbox {
  private final JourneyAccess access;
  private final JourneyVersionRepository versions;
  private final Approvals approvals;
  private final Signers signers;
  private final Clock clock;

  ApprovalInbox(
      JourneyAccess access,
      JourneyVersionRepository versions,
      Approvals approvals,
      Signers signers,
      Clock clock) {
    this.access = access;
    this.versions = versions;
    this.approvals = approvals;
    this.signers = signers;
    this.clock = clock;
  }

  /**
   * One line of an approver's inbox.
   *
   * @param duty whose duty it is: the reader's, or of somebody they stand in for
   * @param changes from the live version; null: the journey is new
   * @param signed who signed this version already
   */
  public record Waiting(
      Approval approval,
      Journey journey,
      JourneyVersion version,
      String duty,
      @Nullable VersionChanges changes,
      List<String> signed) {
    public boolean isLate(Instant now) {
      return approval.dueAt().isBefore(now);
    }
  }

  /** The most urgent first. */
  @Transactional(readOnly = true)
  public List<Waiting> of(SignedIn person) {
    return approvals.waiting().stream()
        .map(Approval::journeyVersionId)
        .distinct()
        .flatMap(id -> versions.findById(id).stream())
        .flatMap(version -> waiting(version, person).stream())
        .toList();
  }

  /** How many of them are late: the reminder. */
  public long late(SignedIn person) {
    var now = clock.instant();
    return of(person).stream().filter(waiting -> waiting.isLate(now)).count();
  }

  private Optional<Waiting> waiting(JourneyVersion version, SignedIn person) {
    try {
      var journey = access.get(version.journeyId(), person);
      var all = approvals.of(version.id());
      return signers
          .duty(person, version.author(), all)
          .map(duty ->
              new Waiting(
                  duty.approval(),
                  journey,
                  version,
                  duty.by(),
                  changes(journey, version),
                  signed(all)));
    } catch (ApiProblem outOfScope) {
      return Optional.empty();
    }
  }

  private @Nullable VersionChanges changes(Journey journey, JourneyVersion version) {
    return Optional.ofNullable(journey.liveVersionId())
        .flatMap(versions::findById)
        .map(live -> VersionChanges.between(live, version))
        .orElse(null);
  }

  private static List<String> signed(List<Approval> all) {
    return all.stream()
        .filter(given -> given.state() == Approval.State.APPROVED)
        .flatMap(given -> Stream.ofNullable(given.decidedBy()))
        .toList();
  }
}
