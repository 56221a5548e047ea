package io.waybot.runtime.journey;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.journey.Approvals;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.SignedIn;
import org.springframework.stereotype.Component;

/** What was signed is void as soon as it is not what was signed any more. */
@Component
class Signatures {
  private final Approvals approvals;
  private final JourneyVersionRepository versions;
  private final AuditLog audit;

  Signatures(Approvals approvals, JourneyVersionRepository versions, AuditLog audit) {
    this.approvals = approvals;
    this.versions = versions;
    this.audit = audit;
  }

  /** Makes a submitted or approved version a draft again; the signatures given for it are void. */
  void takeBack(JourneyVersion version) {
    approvals.voidAll(version.id());
    version.takeBack();
    versions.saveAndFlush(version);
  }

  /** An edit after submission: nothing that was signed goes live any more. */
  void voidBecauseEdited(Journey journey, JourneyVersion newest, SignedIn by) {
    if (newest.state() == VersionState.SUBMITTED || newest.state() == VersionState.APPROVED) {
      takeBack(newest);
      audit.append(by.login(), "journey.void", journey.key() + " v" + newest.versionNo(), null);
    }
  }
}
