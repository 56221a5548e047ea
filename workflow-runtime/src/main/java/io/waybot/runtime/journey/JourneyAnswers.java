package io.waybot.runtime.journey;

import io.waybot.db.journey.Approval;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.lint.Finding;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the HTTP interface answers about a journey. */
@Component
class JourneyAnswers {
  private final JourneyService journeys;
  private final JourneyAccess access;
  private final ApprovalService approvals;

  JourneyAnswers(JourneyService journeys, JourneyAccess access, ApprovalService approvals) {
    this.journeys = journeys;
    this.access = access;
    this.approvals = approvals;
  }

  /** A drawing that was taken in, with what lint found. */
  record Drawn(
      UUID id,
      String key,
      int version,
      int revision,
      VersionState state,
      boolean deployable,
      List<Finding> findings) {
    static Drawn of(Saved saved) {
      return new Drawn(
          saved.journeyId(),
          saved.key(),
          saved.version(),
          saved.revision(),
          saved.state(),
          saved.report().deployable(),
          saved.report().findings());
    }
  }

  /** A journey with its newest version. */
  record Described(
      UUID id,
      String key,
      String nameZh,
      String nameEn,
      String ownerOrg,
      int version,
      int revision,
      VersionState state,
      @Nullable Integer liveVersion,
      boolean paused,
      boolean retired,
      JourneySettings settings,
      List<Approval> approvals) {}

  /** Where a journey stands after somebody signed, returned or withdrew it. */
  record Signed(UUID id, VersionState state, List<Approval> approvals) {}

  /** With the revision as ETag. */
  ResponseEntity<Described> described(String journey, SignedIn by) {
    var draft = journeys.open(access.get(journey, by).id(), by);
    var version = draft.version();
    var found = draft.journey();
    return ResponseEntity.ok()
        .eTag(String.valueOf(version.revision()))
        .body(
            new Described(
                found.id(),
                found.key(),
                found.nameZh(),
                found.nameEn(),
                found.ownerOrg(),
                version.versionNo(),
                version.revision(),
                version.state(),
                draft.liveVersion(),
                found.paused(),
                found.retired(),
                version.settings(),
                approvals.signatures(found.id(), by)));
  }

  Signed signed(UUID journeyId, SignedIn by) {
    return new Signed(
        journeyId,
        journeys.open(journeyId, by).version().state(),
        approvals.signatures(journeyId, by));
  }
}
