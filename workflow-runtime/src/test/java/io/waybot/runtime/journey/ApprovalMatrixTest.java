package io.waybot.runtime.journey;

import static io.waybot.db.journey.Approval.Step.BUSINESS;
import static io.waybot.db.journey.Approval.Step.COMPLIANCE;
import static io.waybot.db.journey.Approval.Step.HEAD_OF_RETAIL;
import static io.waybot.runtime.access.Refusal.refuses;
import static io.waybot.runtime.journey.JourneysUnderTest.EAST;
import static io.waybot.runtime.journey.JourneysUnderTest.HEAD;
import static io.waybot.runtime.journey.JourneysUnderTest.SOUTH;
import static io.waybot.runtime.journey.JourneysUnderTest.approver;
import static io.waybot.runtime.journey.JourneysUnderTest.compliance;
import static io.waybot.runtime.journey.JourneysUnderTest.person;
import static io.waybot.runtime.journey.JourneysUnderTest.planner;
import static io.waybot.runtime.journey.SignersUnderTest.as;
import static io.waybot.runtime.journey.SignersUnderTest.asked;
import static io.waybot.runtime.journey.SignersUnderTest.known;
import static io.waybot.runtime.journey.SignersUnderTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.bank.AuditEntry;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.ApprovalRule;
import io.waybot.db.journey.ApprovalRules;
import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.db.journey.VersionState;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.journey.approval.ApprovalRuleService;
import io.waybot.runtime.journey.approval.BusinessHours;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;

class ApprovalMatrixTest {
  private static final Locale EN = Locale.ENGLISH;
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-20T02:00:00Z");

  @ParameterizedTest
  @EnumSource
  void asksForWhatEveryRowThatFitsAsksFor(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      rule(app, COMPLIANCE, 1, 0, null, Purpose.MARKETING, EAST.code());
      rule(app, COMPLIANCE, 1, 0, "sms", null, null);
      rule(app, HEAD_OF_RETAIL, 2, 1, null, null, null);

      assertThat(asked(app, id)).extracting(Approval::step).containsExactly(BUSINESS);
      app.bean(ApprovalService.class).withdraw(id, planner());
      rule(app, COMPLIANCE, 1, 0, null, Purpose.MARKETING, HEAD.code());

      assertThat(asked(app, id))
          .extracting(approval -> approval.stage() + " " + approval.step())
          .containsExactly("1 BUSINESS", "1 COMPLIANCE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverLetsAVersionGoUnsigned(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var rules = app.bean(ApprovalRules.class);
      rules.all().forEach(rule -> rules.remove(rule.id()));

      assertThat(asked(app, app.saved(planner()).journeyId()))
          .extracting(Approval::step)
          .containsExactly(BUSINESS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLaterStageWaitsAndHasItsTimeAfterTheOneBefore(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      rule(app, COMPLIANCE, 2, 0, null, null, null);
      var approvals = app.bean(ApprovalService.class);

      var asked = asked(app, id);
      refuses("nothing_to_sign", () -> approvals.approve(id, compliance(), null));
      approvals.approve(id, approver(), null);
      approvals.approve(id, compliance(), null);

      assertThat(asked)
          .extracting(Approval::dueAt)
          .containsExactly(
              Instant.parse("2026-11-23T02:00:00Z"), Instant.parse("2026-11-23T07:00:00Z"));
      assertThat(app.bean(JourneyService.class).open(id, planner()).version().state())
          .isEqualTo(VersionState.APPROVED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsBusinessHoursOnly(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var hours = app.bean(BusinessHours.class);
      var fridayNight = Instant.parse("2026-11-20T14:00:00Z");

      assertThat(hours.plus(FRIDAY_AT_TEN, 8)).isEqualTo("2026-11-20T10:00:00Z");
      assertThat(hours.plus(FRIDAY_AT_TEN, 9)).isEqualTo("2026-11-23T02:00:00Z");
      assertThat(hours.plus(fridayNight, 1)).isEqualTo("2026-11-23T02:00:00Z");
      assertThat(hours.closeOfDay(5)).isEqualTo("2026-11-27T10:00:00Z");
    }
  }

  @ParameterizedTest
  @EnumSource
  void remindsOfWhatIsLate(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      asked(app, app.saved(planner()).journeyId());
      var inbox = app.bean(ApprovalInbox.class);
      assertThat(inbox.late(approver())).isZero();

      app.bean(JdbcTemplate.class)
          .update("update approval set due_at = ?", Timestamp.from(FRIDAY_AT_TEN.minusSeconds(60)));

      assertThat(inbox.late(approver())).isEqualTo(1);
      assertThat(inbox.late(compliance())).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void administratorsKeepTheMatrixAndAskNobodyWhoIsNotThere(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      known(app, approver());
      var service = app.bean(ApprovalRuleService.class);
      var rule =
          new ApprovalRule(
              UUID.randomUUID(), BUSINESS, 1, RiskTier.LOW, 500, "sms", null, SOUTH.code(), 4);

      as(person("admin", HEAD, null, Role.ADMIN));
      service.save(rule);
      var kept = service.all();
      service.remove(rule.id());
      var nobody =
          new ApprovalRule(
              UUID.randomUUID(), HEAD_OF_RETAIL, 1, RiskTier.LOW, 0, null, null, null, 4);
      refuses("nobody_signs", () -> service.save(nobody));
      as(approver());
      refuses("not_your_role", () -> service.save(rule));
      SecurityContextHolder.clearContext();

      assertThat(kept).contains(rule);
      assertThat(app.bean(AuditLog.class).of("BUSINESS"))
          .extracting(AuditEntry::act)
          .containsExactly("approval-rule.save", "approval-rule.remove");
    }
  }
}
