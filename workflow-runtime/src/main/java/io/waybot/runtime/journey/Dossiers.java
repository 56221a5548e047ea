package io.waybot.runtime.journey;

import io.waybot.db.content.Channels;
import io.waybot.db.journey.Approvals;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.approval.Signers;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.risk.DrawnContents;
import io.waybot.runtime.journey.risk.RiskTiers;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what an approver looks at. */
@Component
public class Dossiers {
  private final JourneyAccess access;
  private final JourneyVersionRepository versions;
  private final Approvals approvals;
  private final Signers signers;
  private final DrawnContents contents;
  private final Channels channels;
  private final JourneyLinter linter;
  private final RiskTiers risk;

  Dossiers(
      JourneyAccess access,
      JourneyVersionRepository versions,
      Approvals approvals,
      Signers signers,
      DrawnContents contents,
      Channels channels,
      JourneyLinter linter,
      RiskTiers risk) {
    this.access = access;
    this.versions = versions;
    this.approvals = approvals;
    this.signers = signers;
    this.contents = contents;
    this.channels = channels;
    this.linter = linter;
    this.risk = risk;
  }

  /** Of the newest version. */
  @Transactional(readOnly = true)
  public Dossier of(UUID journeyId, SignedIn by, Locale language) {
    var journey = access.get(journeyId, by);
    var version = access.newest(journey);
    var live = Optional.ofNullable(journey.liveVersionId()).flatMap(versions::findById);
    var signatures = approvals.of(version.id());
    return new Dossier(
        journey,
        version,
        live.orElse(null),
        live.map(before -> VersionChanges.between(before, version)).orElse(VersionChanges.NONE),
        contents.of(version.bpmn()),
        risk.channels(version).stream().map(channels::find).flatMap(Optional::stream).toList(),
        linter.check(journey.key(), version.bpmn(), version.settings(), language),
        risk.of(journey, version),
        signatures,
        signers.duty(by, version.author(), signatures).orElse(null));
  }
}
