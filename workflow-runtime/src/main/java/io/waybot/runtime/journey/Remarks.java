package io.waybot.runtime.journey;

import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Approvals;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.language.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What approvers wanted changed, as findings on the drawing, until it is submitted again. */
@Component
public class Remarks {
  private final JourneyAccess access;
  private final Approvals approvals;
  private final Phrases phrases;

  Remarks(JourneyAccess access, Approvals approvals, Phrases phrases) {
    this.access = access;
    this.approvals = approvals;
    this.phrases = phrases;
  }

  /** In the order they were made. */
  public List<Finding> of(UUID journeyId, SignedIn by, Locale language) {
    return approvals.remarks(access.get(journeyId, by).id()).stream()
        .map(remark -> finding(remark, language))
        .toList();
  }

  private Finding finding(Approval remark, Locale language) {
    return new Finding(
        remark.elementId(),
        "returned",
        Finding.Severity.WARNING,
        phrases.get(
            language,
            "journey.remark",
            String.valueOf(remark.decidedBy()),
            String.valueOf(remark.comment())),
        phrases.get(language, "journey.remark.basis"));
  }
}
