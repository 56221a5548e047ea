package io.waybot.runtime.journey;

import static io.waybot.db.journey.Approval.Step.BUSINESS;
import static io.waybot.runtime.access.Refusal.refuses;
import static io.waybot.runtime.journey.JourneysUnderTest.approver;
import static io.waybot.runtime.journey.JourneysUnderTest.headOfRetail;
import static io.waybot.runtime.journey.JourneysUnderTest.planner;
import static io.waybot.runtime.journey.SignersUnderTest.asked;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.journey.approval.Check;
import io.waybot.runtime.journey.lint.Finding;
import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a signature needs, leaves behind and is followed by. */
class SigningTest {
  private static final Locale EN = Locale.ENGLISH;

  @ParameterizedTest
  @EnumSource
  void everyPointOfTheChecklistIsConfirmed(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      asked(app, id);
      var approvals = app.bean(ApprovalService.class);
      var all = Check.of(BUSINESS);
      var some = EnumSet.copyOf(all);
      some.remove(Check.REHEARSAL_SEEN);

      refuses("checklist_incomplete", () -> approvals.approve(id, approver(), null, some));
      approvals.approve(id, approver(), null, all);

      assertThat(approvals.signatures(id, planner()).getFirst().checked())
          .containsExactlyInAnyOrderElementsOf(all.stream().map(Check::name).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRemarkStaysWithItsBlockUntilTheJourneyIsSubmittedAgain(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      asked(app, id);
      app.bean(ApprovalService.class).returnToAuthor(id, approver(), "Which payroll?", "pull");
      var remarks = app.bean(Remarks.class);

      var seen = remarks.of(id, planner(), EN);
      app.bean(ApprovalService.class).submit(id, planner(), EN);

      assertThat(seen)
          .singleElement()
          .satisfies(remark -> {
            assertThat(remark.elementId()).isEqualTo("pull");
            assertThat(remark.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(remark.message()).isEqualTo("Returned by approver: Which payroll?");
          });
      assertThat(remarks.of(id, planner(), EN)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoSignedLooksAgainFiveBusinessDaysAfterGoingLive(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      asked(app, id);
      app.bean(ApprovalService.class).approve(id, approver(), null);
      app.bean(JourneyDeployer.class).goLive(id, planner(), EN);
      var reviews = app.bean(GoLiveReview.class);

      var task = reviews.open(approver()).getFirst();
      refuses("not_found", () -> reviews.close(task.version().id(), "fine", headOfRetail()));
      refuses("comment_missing", () -> reviews.close(task.version().id(), " ", approver()));
      assertThat(reviews.due(approver())).isZero();
      reviews.close(task.version().id(), "No complaints", approver());

      assertThat(task.dueAt()).isEqualTo("2026-11-27T10:00:00Z");
      assertThat(task.sent()).isZero();
      assertThat(task.optedOut()).isZero();
      assertThat(task.complaining()).isZero();
      assertThat(reviews.open(approver())).isEmpty();
      assertThat(app.bean(AuditLog.class).of("test_journey v1").getLast().act())
          .isEqualTo("journey.review");
    }
  }
}
