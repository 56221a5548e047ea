package io.waybot.runtime.journey;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a journey: who made which, what differs, and an old one as the new draft. */
@Component
public class VersionHistory {
  private static final int LONGEST_NOTE = 500;

  private final JourneyAccess access;
  private final JourneyVersionRepository versions;
  private final Signatures signatures;
  private final AuditLog audit;
  private final Clock clock;

  VersionHistory(
      JourneyAccess access,
      JourneyVersionRepository versions,
      Signatures signatures,
      AuditLog audit,
      Clock clock) {
    this.access = access;
    this.versions = versions;
    this.signatures = signatures;
    this.audit = audit;
    this.clock = clock;
  }

  /** A version and what was changed to make it; nothing for the first. */
  public record Entry(JourneyVersion version, VersionChanges changes) {}

  /** The newest first. */
  @Transactional(readOnly = true)
  public List<Entry> of(UUID journeyId, SignedIn by) {
    var all = versions.findByJourneyIdOrderByVersionNoDesc(access.get(journeyId, by).id());
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < all.size(); i++) {
      var changes =
          i + 1 < all.size()
              ? VersionChanges.between(all.get(i + 1), all.get(i))
              : VersionChanges.NONE;
      entries.add(new Entry(all.get(i), changes));
    }
    return entries;
  }

  /**
   * One version.
   *
   * @throws ApiProblem 404 if there is none of this number
   */
  @Transactional(readOnly = true)
  public JourneyVersion get(UUID journeyId, int number, SignedIn by) {
    return find(access.get(journeyId, by).id(), number);
  }

  /** Says what a version is for. */
  @Transactional
  public void annotate(UUID journeyId, int number, String note, SignedIn by) {
    requirePlanner(by);
    if (note.length() > LONGEST_NOTE) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "note_too_long", LONGEST_NOTE);
    }
    var journey = access.get(journeyId, by);
    var version = find(journey.id(), number);
    versions.annotate(version.id(), note.isBlank() ? null : note.strip());
    audit.append(by.login(), "journey.note", journey.key() + " v" + number, note);
  }

  /**
   * Makes an old version the new draft, which goes the way of every draft: checked, signed, put
   * live. What runs goes on with the version it began with.
   */
  @Transactional
  public JourneyVersion restore(UUID journeyId, int number, SignedIn by) {
    requirePlanner(by);
    var journey = access.get(journeyId, by);
    var newest = versions.lock(access.newest(journey).id()).orElseThrow();
    signatures.voidBecauseEdited(journey, newest, by);
    var draft =
        find(journey.id(), number).again(newest.versionNo() + 1, by.login(), clock.instant());
    var restored = versions.saveAndFlush(draft);
    audit.append(
        by.login(), "journey.restore", journey.key() + " v" + restored.versionNo(), "v" + number);
    return restored;
  }

  private JourneyVersion find(UUID journeyId, int number) {
    return versions
        .findByJourneyIdAndVersionNo(journeyId, number)
        .orElseThrow(ApiProblem::notFound);
  }

  private static void requirePlanner(SignedIn by) {
    if (!by.is(Role.PLANNER)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
  }
}
