package io.waybot.runtime.journey;

import static io.waybot.runtime.access.Refusal.refuses;
import static io.waybot.runtime.journey.JourneysUnderTest.EAST;
import static io.waybot.runtime.journey.JourneysUnderTest.SOUTH;
import static io.waybot.runtime.journey.JourneysUnderTest.approver;
import static io.waybot.runtime.journey.JourneysUnderTest.compliance;
import static io.waybot.runtime.journey.JourneysUnderTest.drawing;
import static io.waybot.runtime.journey.JourneysUnderTest.headOfRetail;
import static io.waybot.runtime.journey.JourneysUnderTest.person;
import static io.waybot.runtime.journey.JourneysUnderTest.planner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.waybot.db.bank.AuditEntry;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.db.journey.VersionState;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineReady;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JourneyLifeCycleTest {
  private static final Locale EN = Locale.ENGLISH;

  @ParameterizedTest
  @EnumSource
  void goesLiveAfterAnotherPersonSigned(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var approvals = app.bean(ApprovalService.class);
      var deployer = app.bean(JourneyDeployer.class);

      refuses("approval_required", () -> deployer.goLive(id, planner(), EN));
      approvals.submit(id, planner(), EN);
      refuses("approval_required", () -> deployer.goLive(id, planner(), EN));
      refuses("not_your_role", () -> approvals.approve(id, planner(), null));
      var inbox = app.bean(ApprovalInbox.class).of(approver());
      approvals.approve(id, approver(), "fine");
      var live = deployer.goLive(id, planner(), EN);
      var again = deployer.goLive(id, planner(), EN);

      assertThat(inbox)
          .singleElement()
          .extracting(w -> w.journey().key())
          .isEqualTo("test_journey");
      assertThat(live.definitionKey()).isEqualTo(4711);
      assertThat(again).isEqualTo(live);
      assertThat(state(app, id)).isEqualTo(VersionState.LIVE);
      verify(app.bean(Engine.class), times(1)).deploy(startsWith("test_journey"), any());
      assertThat(app.bean(AuditLog.class).of("test_journey v1"))
          .extracting(AuditEntry::actor, AuditEntry::act)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("planner", "journey.submit"),
              org.assertj.core.groups.Tuple.tuple("approver", "journey.approve"),
              org.assertj.core.groups.Tuple.tuple("planner", "journey.deploy"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCopyIsADraftOfItsOwnWithTheSameDrawingAndSettings(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var journeys = app.bean(JourneyService.class);
      app.bean(ApprovalService.class).submit(id, planner(), EN);
      var copies = app.bean(JourneyCopies.class);

      var copy = journeys.open(copies.copy(id, planner(), EN), planner());

      var original = journeys.open(id, planner());
      assertThat(copy.journey().key()).isNotEqualTo(original.journey().key());
      assertThat(copy.journey().nameEn()).isEqualTo(original.journey().nameEn() + " (copy)");
      assertThat(copy.version().state()).isEqualTo(VersionState.DRAFT);
      assertThat(copy.version().settings()).isEqualTo(original.version().settings());
      assertThat(copy.version().bpmn())
          .contains(copy.journey().key())
          .contains("PAYROLL")
          .doesNotContain(original.journey().key());
      refuses("not_your_role", () -> copies.copy(id, approver(), EN));
    }
  }

  @ParameterizedTest
  @EnumSource
  void needsBothSignaturesAboveTheLowTierInAnyOrder(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var journeys = app.bean(JourneyService.class);
      var saved = journeys.takeIn(drawing(), null, planner(), EN);
      var id = saved.journeyId();
      var xml = journeys.open(id, planner()).version().bpmn();
      journeys.save(id, saved.revision(), xml, raised(), planner(), EN);
      var approvals = app.bean(ApprovalService.class);

      approvals.submit(id, planner(), EN);
      var open = approvals.approve(id, compliance(), null);
      refuses("nothing_to_sign", () -> approvals.approve(id, compliance(), null));
      var half = state(app, id);
      approvals.approve(id, approver(), null);

      assertThat(open).extracting(Approval::step).containsExactly(Approval.Step.BUSINESS);
      assertThat(half).isEqualTo(VersionState.SUBMITTED);
      assertThat(state(app, id)).isEqualTo(VersionState.APPROVED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theHeadOfRetailSignsLastWhatIsOfHighRisk(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var journeys = app.bean(JourneyService.class);
      var saved = journeys.takeIn(drawing(), null, planner(), EN);
      var id = saved.journeyId();
      var xml = journeys.open(id, planner()).version().bpmn();
      var high = JourneySettings.fromJson("{\"riskTier\":\"HIGH\",\"until\":\"2027-05-31\"}");
      journeys.save(id, saved.revision(), xml, high, planner(), EN);
      var approvals = app.bean(ApprovalService.class);
      var deployer = app.bean(JourneyDeployer.class);

      approvals.submit(id, planner(), EN);
      refuses("nothing_to_sign", () -> approvals.approve(id, headOfRetail(), null));
      var tooEarly = app.bean(ApprovalInbox.class).of(headOfRetail());
      approvals.approve(id, compliance(), null);
      approvals.approve(id, approver(), null);
      refuses("approval_required", () -> deployer.goLive(id, planner(), EN));
      var inbox = app.bean(ApprovalInbox.class).of(headOfRetail());
      var open = approvals.approve(id, headOfRetail(), null);

      assertThat(tooEarly).isEmpty();
      assertThat(inbox).hasSize(1);
      assertThat(open).isEmpty();
      assertThat(deployer.goLive(id, planner(), EN).version()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyApprovesTheirOwnWork(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var both = person("both", JourneysUnderTest.HEAD, "BUSINESS", Role.PLANNER, Role.APPROVER);
      var id = app.saved(both).journeyId();
      var approvals = app.bean(ApprovalService.class);
      approvals.submit(id, both, EN);

      refuses("own_work", () -> approvals.approve(id, both, null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void comesBackWithAComment(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var approvals = app.bean(ApprovalService.class);
      approvals.submit(id, planner(), EN);

      refuses("comment_missing", () -> approvals.returnToAuthor(id, approver(), " ", null));
      approvals.returnToAuthor(id, approver(), "Which payroll?", "pull");

      assertThat(state(app, id)).isEqualTo(VersionState.DRAFT);
      assertThat(approvals.signatures(id, planner()))
          .singleElement()
          .satisfies(approval -> {
            assertThat(approval.state()).isEqualTo(Approval.State.RETURNED);
            assertThat(approval.comment()).isEqualTo("Which payroll?");
            assertThat(approval.elementId()).isEqualTo("pull");
          });
      assertThat(app.bean(ApprovalInbox.class).of(approver())).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsFindingsAwayFromTheEngine(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var bad = new String(drawing(), StandardCharsets.UTF_8).replace("PAYROLL", "");
      var saved =
          app.bean(JourneyService.class)
              .takeIn(bad.getBytes(StandardCharsets.UTF_8), null, planner(), EN);

      assertThat(saved.report().deployable()).isFalse();
      refuses(
          "findings",
          () -> app.bean(ApprovalService.class).submit(saved.journeyId(), planner(), EN));
      refuses(
          "findings",
          () -> app.bean(JourneyDeployer.class).goLive(saved.journeyId(), planner(), EN));
      verify(app.bean(Engine.class), never()).deploy(any(), any());
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverOverwritesWhatSomebodyElseSaved(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var journeys = app.bean(JourneyService.class);
      var saved = journeys.takeIn(drawing(), null, planner(), EN);
      var id = saved.journeyId();
      var xml = journeys.open(id, planner()).version().bpmn();
      var second = journeys.save(id, saved.revision(), xml, raised(), planner(), EN);

      refuses(
          "stale",
          () -> journeys.save(id, saved.revision(), xml, JourneySettings.empty(), planner(), EN));
      refuses("stale", () -> journeys.takeIn(drawing(), saved.revision(), planner(), EN));
      var third = journeys.takeIn(drawing(), second.revision(), planner(), EN);

      assertThat(saved.revision()).isEqualTo(1);
      assertThat(second.revision()).isEqualTo(2);
      assertThat(third.version()).isEqualTo(2);
      assertThat(journeys.versions(id, planner())).hasSize(2);
      assertThat(journeys.open(id, planner()).version().settings().riskTier())
          .isEqualTo(RiskTier.MIDDLE);
      assertThat(journeys.open(id, planner()).version().settings().waits())
          .containsEntry("wait_first", "P3D");
    }
  }

  @ParameterizedTest
  @EnumSource
  void isUnknownOutsideTheOwnersUnit(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var east = person("planner2", EAST, null, Role.PLANNER);
      var south = person("planner3", SOUTH, null, Role.PLANNER);
      var journeys = app.bean(JourneyService.class);
      var id = journeys.takeIn(drawing(), null, east, EN).journeyId();

      refuses("not_found", () -> journeys.open(id, south));
      refuses("key_taken", () -> journeys.takeIn(drawing(), null, south, EN));
      assertThat(app.bean(JourneyList.class).of(south)).isEmpty();
      assertThat(app.bean(JourneyList.class).of(planner()))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.nameZh()).isEqualTo("测试");
            assertThat(row.nameEn()).isEqualTo("Test");
            assertThat(row.state()).isEqualTo(VersionState.DRAFT);
            assertThat(row.lastRun()).isNull();
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void isGivenToAUnitBelowUntilItIsSubmitted(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var life = app.bean(JourneyLife.class);
      var south = person("planner3", SOUTH, null, Role.PLANNER);

      refuses("not_found", () -> life.giveTo(id, "99", planner()));
      life.giveTo(id, EAST.code(), planner());
      refuses("not_found", () -> life.giveTo(id, SOUTH.code(), south));
      app.bean(ApprovalService.class).submit(id, planner(), EN);
      refuses("owner_fixed", () -> life.giveTo(id, SOUTH.code(), planner()));

      assertThat(life.ownerUnits(planner())).hasSize(3);
      assertThat(app.bean(JourneyService.class).open(id, planner()).journey().ownerOrg())
          .isEqualTo(EAST.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewVersionTakesTheOldOnesPlace(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = live(app);
      live(app);
      var journeys = app.bean(JourneyService.class);

      assertThat(journeys.versions(id, planner()))
          .extracting(v -> v.versionNo() + " " + v.state())
          .containsExactly("2 LIVE", "1 RETIRED");
      app.bean(JourneyLife.class).pause(id, planner());
      assertThat(app.bean(JourneyRepository.class).findById(id).orElseThrow().paused()).isTrue();
      app.bean(JourneyLife.class).retire(id, planner());
      refuses("not_live", () -> app.bean(JourneyLife.class).resume(id, planner()));
      assertThat(state(app, id)).isEqualTo(VersionState.RETIRED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewEngineGetsTheLiveJourneysAgain(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      live(app);
      var engine = app.bean(Engine.class);
      var fresh = UUID.randomUUID();
      org.mockito.Mockito.when(engine.id()).thenReturn(fresh);

      app.bean(JourneyDeployer.class).redeploy(new EngineReady(fresh));
      app.bean(JourneyDeployer.class).redeploy(new EngineReady(fresh));

      verify(engine, times(2)).deploy(startsWith("test_journey"), any());
    }
  }

  private static UUID live(JourneysUnderTest app) {
    var id = app.saved(planner()).journeyId();
    app.bean(ApprovalService.class).submit(id, planner(), EN);
    app.bean(ApprovalService.class).approve(id, approver(), null);
    app.bean(JourneyDeployer.class).goLive(id, planner(), EN);
    return id;
  }

  private static VersionState state(JourneysUnderTest app, UUID id) {
    return app.bean(JourneyService.class).open(id, planner()).version().state();
  }

  private static JourneySettings raised() {
    return JourneySettings.fromJson("{\"riskTier\":\"MIDDLE\",\"until\":\"2027-05-31\"}");
  }
}
