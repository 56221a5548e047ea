package io.waybot.runtime.journey;

import static io.waybot.db.journey.Approval.Step.COMPLIANCE;
import static io.waybot.runtime.access.Refusal.refuses;
import static io.waybot.runtime.journey.JourneysUnderTest.HEAD;
import static io.waybot.runtime.journey.JourneysUnderTest.approver;
import static io.waybot.runtime.journey.JourneysUnderTest.compliance;
import static io.waybot.runtime.journey.JourneysUnderTest.person;
import static io.waybot.runtime.journey.JourneysUnderTest.planner;
import static io.waybot.runtime.journey.SignersUnderTest.asked;
import static io.waybot.runtime.journey.SignersUnderTest.known;
import static io.waybot.runtime.journey.SignersUnderTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.bank.AuditEntry;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.journey.approval.DeputyService;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who signs for somebody who is away. */
class DeputiesTest {
  private static final Locale EN = Locale.ENGLISH;
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @EnumSource
  void aDeputySignsForWhoIsAwayAndTheLogNamesBoth(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var colleague = person("approver9", HEAD, null, Role.APPROVER);
      known(app, approver(), colleague, compliance());
      var deputies = app.bean(DeputyService.class);
      var id = app.saved(planner()).journeyId();
      asked(app, id);
      var approvals = app.bean(ApprovalService.class);

      refuses("nothing_to_sign", () -> approvals.approve(id, colleague, null));
      refuses("no_such_deputy", () -> deputies.name("planner", FRIDAY, FRIDAY, approver()));
      refuses(
          "period_over", () -> deputies.name("approver9", FRIDAY, FRIDAY.minusDays(1), approver()));
      deputies.name("approver9", FRIDAY.plusDays(1), FRIDAY.plusDays(3), approver());
      refuses("nothing_to_sign", () -> approvals.approve(id, colleague, null));
      deputies.name("approver9", FRIDAY, FRIDAY, approver());
      var inbox = app.bean(ApprovalInbox.class).of(colleague);
      approvals.approve(id, colleague, null);

      assertThat(inbox)
          .singleElement()
          .extracting(ApprovalInbox.Waiting::duty)
          .isEqualTo("approver");
      assertThat(approvals.signatures(id, planner()))
          .singleElement()
          .satisfies(given -> {
            assertThat(given.decidedBy()).isEqualTo("approver9");
            assertThat(given.signedFor()).isEqualTo("approver");
          });
      assertThat(app.bean(AuditLog.class).of("test_journey v1").getLast())
          .extracting(AuditEntry::actor, AuditEntry::detail)
          .containsExactly("approver9", "BUSINESS for approver");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeputySignsNeitherTwiceNorWhatTheyOrTheirPrincipalMade(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var maker = person("maker", HEAD, "BUSINESS", Role.PLANNER, Role.APPROVER);
      known(app, approver(), compliance(), maker);
      var deputies = app.bean(DeputyService.class);
      deputies.name("approver2", FRIDAY, FRIDAY, approver());
      deputies.name("maker", FRIDAY, FRIDAY, approver());
      deputies.name("approver2", FRIDAY, FRIDAY, maker);
      rule(app, COMPLIANCE, 1, 0, null, null, null);
      var id = app.saved(maker).journeyId();
      app.bean(ApprovalService.class).submit(id, maker, EN);
      var approvals = app.bean(ApprovalService.class);

      refuses("own_work", () -> approvals.approve(id, maker, null));
      approvals.approve(id, compliance(), null);
      refuses("nothing_to_sign", () -> approvals.approve(id, compliance(), null));

      assertThat(approvals.approve(id, approver(), null)).isEmpty();
    }
  }
}
