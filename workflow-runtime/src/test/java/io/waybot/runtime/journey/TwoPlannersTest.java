package io.waybot.runtime.journey;

import static io.waybot.runtime.journey.JourneysUnderTest.EAST;
import static io.waybot.runtime.journey.JourneysUnderTest.SOUTH;
import static io.waybot.runtime.journey.JourneysUnderTest.ended;
import static io.waybot.runtime.journey.JourneysUnderTest.person;
import static io.waybot.runtime.journey.JourneysUnderTest.planner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.bank.AuditEntry;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.compare.BlockChange;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoPlannersTest {
  private static final Locale EN = Locale.ENGLISH;
  private static final Map<TestDatabase, JourneysUnderTest> APPS =
      new EnumMap<>(TestDatabase.class);
  private static final UUID TAB = UUID.fromString("00000000-0000-0000-0000-0000000000a1");
  private static final UUID OTHER_TAB = UUID.fromString("00000000-0000-0000-0000-0000000000a2");

  @ParameterizedTest
  @EnumSource
  void theSecondIsToldWhoDrawsAlreadyUntilTheFirstLeavesAndNoStrangerIs(TestDatabase database) {
    var app = app(database);
    var editors = app.bean(JourneyEditors.class);
    var first = branchPlanner(app);
    var id = app.saved(first).journeyId();

    var alone = editors.seen(id, TAB, first);
    var company = editors.seen(id, OTHER_TAB, planner());
    var again = editors.seen(id, OTHER_TAB, planner());
    var twoWindows = editors.seen(id, UUID.randomUUID(), first);
    editors.left(id, TAB);

    assertThat(alone).isEmpty();
    assertThat(company)
        .singleElement()
        .satisfies(other -> {
          assertThat(other.name(EN)).isEqualTo("branch-planner");
          assertThat(other.self()).isFalse();
        });
    assertThat(again).isEqualTo(company);
    assertThat(twoWindows).extracting(JourneyEditors.Other::self).containsExactly(true, false);
    assertThat(editors.seen(id, OTHER_TAB, planner())).hasSize(1);
    var stranger = person("stranger", SOUTH, null, Role.PLANNER);
    assertThatThrownBy(() -> editors.seen(id, TAB, stranger)).isInstanceOf(ApiProblem.class);
  }

  @ParameterizedTest
  @EnumSource
  void aClashNamesWhatEachDidAndTakingOverKeepsBoth(TestDatabase database) {
    var app = app(database);
    var first = branchPlanner(app);
    var journeys = app.bean(JourneyService.class);
    var id = app.saved(first).journeyId();
    var common = journeys.open(id, first).version();
    var theirs = renamed(common, "pull", "Her list");
    var mine = renamed(common, "pull", "His list").replace("wait_first", "wait_other");
    journeys.save(id, common.revision(), theirs, ended(), first, EN);

    assertThatThrownBy(() -> journeys.save(id, common.revision(), mine, ended(), planner(), EN))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo("stale"));
    var clash = app.bean(Clashes.class).of(common, mine, ended(), journeys.open(id, planner()));
    var saved = journeys.takeOver(id, mine, ended(), planner(), EN);

    assertThat(clash.author(EN)).isEqualTo("branch-planner");
    assertThat(clash.mySettings()).isFalse();
    assertThat(clash.theirSettings()).isFalse();
    assertThat(clash.blocks())
        .filteredOn(Clash.Block::both)
        .extracting(Clash.Block::elementId)
        .containsExactly("pull");
    assertThat(clash.blocks())
        .filteredOn(block -> block.elementId().equals("wait_other"))
        .extracting(Clash.Block::mine, Clash.Block::others)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(BlockChange.Kind.ADDED, null));
    assertThat(saved.version()).isEqualTo(common.versionNo() + 1);
    assertThat(journeys.versions(id, first).subList(0, 2))
        .extracting(JourneyVersion::versionNo, version -> version.bpmn().contains("Her list"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(common.versionNo() + 1, false),
            org.assertj.core.groups.Tuple.tuple(common.versionNo(), true));
    assertThat(app.bean(AuditLog.class).of("test_journey"))
        .extracting(AuditEntry::act, AuditEntry::actor)
        .contains(org.assertj.core.groups.Tuple.tuple("journey.take_over", "planner"));
  }

  @ParameterizedTest
  @EnumSource
  void aCopyIsAJourneyOfItsOwnEvenWhileApproversReadTheFirst(TestDatabase database) {
    try (var app = new JourneysUnderTest(database)) {
      var journeys = app.bean(JourneyService.class);
      var id = app.saved(planner()).journeyId();
      var xml = journeys.open(id, planner()).version().bpmn();
      app.bean(ApprovalService.class).submit(id, planner(), EN);

      assertThatThrownBy(() -> journeys.takeOver(id, xml, ended(), planner(), EN))
          .isInstanceOfSatisfying(
              ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo("in_approval"));
      var copy = journeys.saveAs(xml, ended(), "副本", "A copy", planner(), EN);

      var opened = journeys.open(copy.journeyId(), planner());
      assertThat(copy.journeyId()).isNotEqualTo(id);
      assertThat(opened.journey().nameZh()).isEqualTo("副本");
      assertThat(opened.journey().nameEn()).isEqualTo("A copy");
      assertThat(opened.version().settings().until()).isEqualTo(ended().until());
      assertThat(opened.version().bpmn()).contains(opened.journey().key());
    }
  }

  @AfterAll
  static void close() {
    APPS.values().forEach(JourneysUnderTest::close);
    APPS.clear();
  }

  /** One for all tests: the journey of the test drawing goes on from version to version. */
  private static JourneysUnderTest app(TestDatabase database) {
    return APPS.computeIfAbsent(database, JourneysUnderTest::new);
  }

  private static SignedIn branchPlanner(JourneysUnderTest app) {
    var planner = person("branch-planner", EAST, null, Role.PLANNER);
    app.bean(People.class).save(planner.person());
    return planner;
  }

  private static String renamed(JourneyVersion version, String element, String name) {
    var changed =
        version
            .bpmn()
            .replaceFirst(
                "(<\\S*serviceTask[^>]*id=\"" + element + "\")( name=\"[^\"]*\")?",
                "$1 name=\"" + name + "\"");
    assertThat(changed).contains(name);
    return changed;
  }
}
