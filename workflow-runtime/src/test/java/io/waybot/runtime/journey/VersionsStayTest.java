package io.waybot.runtime.journey;

import static io.waybot.runtime.access.Refusal.refuses;
import static io.waybot.runtime.journey.JourneysUnderTest.approver;
import static io.waybot.runtime.journey.JourneysUnderTest.drawing;
import static io.waybot.runtime.journey.JourneysUnderTest.planner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.waybot.db.bank.AuditEntry;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Deployments;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.VersionState;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineReady;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class VersionsStayTest {
  private static final Locale EN = Locale.ENGLISH;

  @ParameterizedTest
  @EnumSource
  void whatIsLiveIsNeverRedrawn(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      live(app, id);
      var before = newest(app, id);

      edit(app, id);

      assertThatThrownBy(
              () -> before.redraw("<other/>", before.settings(), "planner", before.savedAt()))
          .isInstanceOf(IllegalStateException.class);
      assertThat(history(app).get(id, 1, planner()).bpmn()).isEqualTo(before.bpmn());
      assertThat(history(app).of(id, planner()))
          .extracting(entry -> entry.version().versionNo() + " " + entry.version().state())
          .containsExactly("2 DRAFT", "1 LIVE");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDrawingChangedBehindTheApplicationsBackReachesNoEngine(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var approvals = app.bean(ApprovalService.class);
      approvals.submit(id, planner(), EN);
      approvals.approve(id, approver(), null);
      var sql = app.bean(JdbcTemplate.class);
      sql.update("update journey_version set bpmn = replace(bpmn, 'P3D', 'P9D')");
      var deployer = app.bean(JourneyDeployer.class);

      refuses("not_as_signed", () -> deployer.goLive(id, planner(), EN));
      sql.update("update journey_version set state = 'LIVE'");
      deployer.redeploy(new EngineReady(JourneysUnderTest.ENGINE));

      verify(app.bean(Engine.class), never()).deploy(eq("test_journey.bpmn"), any());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatGoesLiveIsWhatWasSignedNotWhatWasRehearsed(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var rehearsed = newest(app, id);
      app.bean(Deployments.class).add(JourneysUnderTest.ENGINE, rehearsed.id(), 13, 1);
      edit(app, id);

      live(app, id);

      verify(app.bean(Engine.class)).deploy(eq("test_journey.bpmn"), contains("P5D"));
      assertThat(
              app.bean(Deployments.class).definitionKey(JourneysUnderTest.ENGINE, rehearsed.id()))
          .contains(4711L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEditAfterSubmissionVoidsEverySignature(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var approvals = app.bean(ApprovalService.class);
      var deployer = app.bean(JourneyDeployer.class);
      approvals.submit(id, planner(), EN);
      approvals.approve(id, approver(), null);
      assertThat(newest(app, id).state()).isEqualTo(VersionState.APPROVED);

      edit(app, id);

      assertThat(newest(app, id).state()).isEqualTo(VersionState.DRAFT);
      assertThat(approvals.signatures(id, planner()))
          .extracting(Approval::state)
          .containsOnly(Approval.State.VOID);
      refuses("approval_required", () -> deployer.goLive(id, planner(), EN));
      assertThat(app.bean(AuditLog.class).of("test_journey v1"))
          .extracting(AuditEntry::act)
          .endsWith("journey.void");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileHandedInWhileApproversReadTakesTheVersionFromThem(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var approvals = app.bean(ApprovalService.class);
      approvals.submit(id, planner(), EN);

      app.bean(JourneyService.class).takeIn(drawing(), null, planner(), EN);

      assertThat(app.bean(ApprovalInbox.class).of(approver())).isEmpty();
      assertThat(history(app).of(id, planner()))
          .extracting(entry -> entry.version().versionNo() + " " + entry.version().state())
          .containsExactly("2 DRAFT", "1 DRAFT");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anOldVersionComesBackAsANewOneThatIsSignedAgain(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      live(app, id);
      var first = newest(app, id);
      edit(app, id);
      live(app, id);

      var draft = history(app).restore(id, 1, planner());
      refuses("approval_required", () -> app.bean(JourneyDeployer.class).goLive(id, planner(), EN));
      live(app, id);

      assertThat(draft.versionNo()).isEqualTo(3);
      assertThat(draft.restoredFrom()).isEqualTo(1);
      assertThat(draft.bpmn()).isEqualTo(first.bpmn());
      assertThat(history(app).of(id, planner()))
          .extracting(entry -> entry.version().versionNo() + " " + entry.version().state())
          .containsExactly("3 LIVE", "2 RETIRED", "1 RETIRED");
      assertThat(history(app).of(id, planner()).getFirst().changes().blocks())
          .singleElement()
          .satisfies(change -> assertThat(change.elementId()).isEqualTo("wait_first"));
      refuses("not_your_role", () -> history(app).restore(id, 1, approver()));
      refuses("not_found", () -> history(app).restore(id, 9, planner()));
      assertThat(app.bean(AuditLog.class).of("test_journey v3"))
          .extracting(AuditEntry::act)
          .startsWith("journey.restore");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNoteDisturbsNobodyWhoIsDrawing(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var id = app.saved(planner()).journeyId();
      var before = newest(app, id);

      history(app).annotate(id, 1, " Five days instead of three ", planner());

      assertThat(newest(app, id).note()).isEqualTo("Five days instead of three");
      assertThat(newest(app, id).revision()).isEqualTo(before.revision());
    }
  }

  private static VersionHistory history(JourneysUnderTest app) {
    return app.bean(VersionHistory.class);
  }

  private static JourneyVersion newest(JourneysUnderTest app, UUID id) {
    return app.bean(JourneyService.class).open(id, planner()).version();
  }

  private static void edit(JourneysUnderTest app, UUID id) {
    var version = newest(app, id);
    app.bean(JourneyService.class)
        .save(
            id,
            version.revision(),
            version.bpmn().replace("P3D", "P5D"),
            version.settings(),
            planner(),
            EN);
  }

  private static void live(JourneysUnderTest app, UUID id) {
    app.bean(ApprovalService.class).submit(id, planner(), EN);
    app.bean(ApprovalService.class).approve(id, approver(), null);
    app.bean(JourneyDeployer.class).goLive(id, planner(), EN);
  }
}
