package io.waybot.designer.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.Scope;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.ApprovalService;
import io.waybot.runtime.journey.Clash;
import io.waybot.runtime.journey.Clashes;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.JourneyCheck;
import io.waybot.runtime.journey.JourneyDeployer;
import io.waybot.runtime.journey.JourneyEditors;
import io.waybot.runtime.journey.JourneyLife;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.journey.Remarks;
import io.waybot.runtime.journey.Saved;
import io.waybot.runtime.journey.lint.AudienceCounts;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.LintReport;
import io.waybot.runtime.rehearsal.LiveCounts;
import io.waybot.runtime.rehearsal.RunPicture;
import io.waybot.runtime.rehearsal.RunPictures;
import io.waybot.runtime.schedule.LifeEffects;
import io.waybot.runtime.schedule.RunNow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class DesignerPresenterTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Finding NO_SEGMENT =
      new Finding(
          "pull_audience_1", "field-missing", Finding.Severity.ERROR, "pick a segment", "rule");

  private final JourneyService service = mock();
  private final JourneyLinter linter = mock();
  private final Remarks remarks = mock();
  private final RunNow runNow = mock();
  private final RunPictures pictures = mock();
  private final Clashes clashes = mock();
  private final Seen screen = new Seen();
  private final Journey journey =
      new Journey("deposit", "发薪", "Payday", "00", "planner", "salt", NOON);
  private final JourneyVersion version =
      new JourneyVersion(journey.id(), 1, "<old/>", JourneySettings.empty(), "planner", NOON);

  @BeforeEach
  void openTheDraft() {
    when(service.open(eq(journey.id()), any())).thenReturn(new Draft(journey, version, null));
    when(linter.check(any(), any(), any(), any())).thenReturn(new LintReport(List.of(NO_SEGMENT)));
  }

  @Test
  void showsTheDraftWithItsFindings() {
    presenter(Role.PLANNER).start();

    assertThat(screen.editable).isTrue();
    assertThat(screen.findings).containsExactly(NO_SEGMENT);
  }

  @Test
  void showsWhatAnApproverWantedChangedBesideTheFindings() {
    var remark =
        new Finding(
            "pull_audience_1", "returned", Finding.Severity.WARNING, "which payroll?", "approval");
    when(remarks.of(any(), any(), any())).thenReturn(List.of(remark));

    presenter(Role.PLANNER).start();

    assertThat(screen.findings).containsExactly(remark, NO_SEGMENT);
  }

  @Test
  void savesWhatWasDrawnUponTheRevisionThatWasSeen() {
    when(service.save(any(), anyInt(), any(), any(), any(), any())).thenReturn(saved());
    var presenter = presenter(Role.PLANNER);

    presenter.saving().drawn("<new/>", JourneySettings.empty());

    verify(service)
        .save(
            eq(journey.id()),
            eq(version.revision()),
            eq("<new/>"),
            eq(JourneySettings.empty()),
            any(),
            eq(Locale.ENGLISH));
    assertThat(screen.findings).isEmpty();
  }

  @Test
  void savesNothingWhenNothingChanged() {
    presenter(Role.PLANNER).saving().drawn("<old/>", JourneySettings.empty());

    verify(service, never()).save(any(), anyInt(), any(), any(), any(), any());
  }

  @Test
  void neverOverwritesWhatSomebodyElseSavedButAsks() {
    var clash = somebodyElseSaved();
    var presenter = presenter(Role.PLANNER);

    boolean kept = presenter.saving().drawn("<mine/>", JourneySettings.empty());
    presenter.saving().drawn("<mine again/>", JourneySettings.empty());

    assertThat(kept).isFalse();
    assertThat(presenter.editable()).isFalse();
    assertThat(screen.clashes).containsExactly(clash);
    verify(service).save(any(), anyInt(), any(), any(), any(), any());
  }

  @Test
  void takesOverWithWhatWasDrawnLast() {
    somebodyElseSaved();
    when(service.takeOver(any(), any(), any(), any(), any())).thenReturn(saved());
    var presenter = presenter(Role.PLANNER);

    presenter.saving().drawn("<mine/>", JourneySettings.empty());
    presenter.saving().drawn("<mine again/>", JourneySettings.empty());
    presenter.saving().takeOver();

    verify(service).takeOver(eq(journey.id()), eq("<mine again/>"), any(), any(), any());
    assertThat(presenter.editable()).isTrue();
  }

  @Test
  void savesWhatABrowserHadKeptUponTheSameDraft() {
    when(service.save(any(), anyInt(), any(), any(), any(), any())).thenReturn(saved());
    var presenter = presenter(Role.PLANNER);

    assertThat(presenter.saving().restored("<lost/>", presenter.saving().basis())).isTrue();

    verify(service).save(any(), anyInt(), eq("<lost/>"), any(), any(), any());
  }

  @Test
  void asksAboutWhatABrowserHadKeptUponAnOlderDraft() {
    var clash = mock(Clash.class);
    when(clashes.of(any(), eq("<lost/>"), any(), any())).thenReturn(clash);
    var presenter = presenter(Role.PLANNER);

    assertThat(presenter.saving().restored("<lost/>", "of yesterday")).isFalse();

    assertThat(screen.clashes).containsExactly(clash);
    verify(service, never()).save(any(), anyInt(), any(), any(), any(), any());
  }

  private Clash somebodyElseSaved() {
    var clash = mock(Clash.class);
    when(clashes.of(any(), any(), any(), any())).thenReturn(clash);
    when(service.save(any(), anyInt(), any(), any(), any(), any()))
        .thenThrow(new ApiProblem(HttpStatus.CONFLICT, "stale"));
    return clash;
  }

  @Test
  void letsNobodyDrawWhileApproversRead() {
    version.submit(NOON);

    presenter(Role.PLANNER).start();

    assertThat(screen.editable).isFalse();
  }

  @Test
  void letsAnApproverLookOnly() {
    var presenter = presenter(Role.APPROVER);

    presenter.start();
    presenter.saving().drawn("<new/>", JourneySettings.empty());

    assertThat(screen.editable).isFalse();
    verify(service, never()).save(any(), anyInt(), any(), any(), any(), any());
  }

  @Test
  void followsTheRehearsalItBegan() {
    var run = UUID.randomUUID();
    var picture = mock(RunPicture.class);
    when(runNow.rehearse(eq(journey.id()), any(), eq(Locale.ENGLISH))).thenReturn(run);
    when(pictures.of(eq(run), any(Scope.class))).thenReturn(picture);

    presenter(Role.PLANNER).trial().rehearse();

    assertThat(screen.rehearsal).isSameAs(picture);
  }

  private Saved saved() {
    return new Saved(journey.id(), "deposit", 1, 2, VersionState.DRAFT, new LintReport(List.of()));
  }

  private DesignerPresenter presenter(Role role) {
    var journeys =
        new Journeys(
            service,
            mock(ApprovalService.class),
            mock(JourneyDeployer.class),
            mock(JourneyLife.class),
            linter,
            mock(JourneyCheck.class),
            mock(AudienceCounts.class),
            runNow,
            remarks,
            mock(LifeEffects.class),
            pictures,
            mock(LiveCounts.class),
            clashes,
            mock(JourneyEditors.class));
    return new DesignerPresenter(journeys, screen, person(role), Locale.ENGLISH, journey.id());
  }

  private static SignedIn person(Role role) {
    var unit = OrgUnit.headOffice("00", "总行", "Head office");
    return new SignedIn(
        new Person(
            "planner",
            "周敏",
            "Zhou Min",
            "00",
            "{noop}x",
            Person.Kind.PERSON,
            "zh",
            null,
            0,
            true,
            true,
            Set.of(role)),
        unit);
  }

  /** What a person would have seen. */
  private static class Seen implements DesignerPresenter.Screen {
    private boolean editable;
    private @Nullable RunPicture rehearsal;
    private final List<Clash> clashes = new ArrayList<>();
    private List<Finding> findings = new ArrayList<>();

    @Override
    public void show(Draft draft, boolean mayEdit) {
      editable = mayEdit;
    }

    @Override
    public void refresh(Draft draft, boolean mayEdit) {
      editable = mayEdit;
    }

    @Override
    public void markFindings(List<Finding> found) {
      findings = found;
    }

    @Override
    public void clash(Clash shown) {
      clashes.add(shown);
    }

    @Override
    public void openFindings() {}

    @Override
    public void rehearsing(RunPicture picture) {
      rehearsal = picture;
    }
  }
}
