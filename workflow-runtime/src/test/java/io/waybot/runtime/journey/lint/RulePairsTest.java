package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.BpmnText.started;
import static io.waybot.runtime.journey.lint.Drawings.mail;
import static io.waybot.runtime.journey.lint.Drawings.mailWithoutSplit;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.journey.XmlGates;
import io.waybot.runtime.language.Phrases;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For every code of every rule a journey that has the fault and one that has not. */
class RulePairsTest {
  private static LintDesk desk;

  @BeforeAll
  static void open() {
    desk = new LintDesk();
    var contents = desk.bean(Contents.class);
    contents.create(content("C-OLD", LocalDate.of(2026, 11, 1)), "planner");
    contents.create(content("C-SOON", LocalDate.of(2026, 12, 31)), "planner");
    var sql = desk.bean(JdbcClient.class);
    for (int day = 17; day < 20; day++) {
      sql.sql(
              """
              insert into import_job (id, dataset, data_date, mode, state, file_name, mapping,
                started_by, queued_at, finished_at)
              values (random_uuid(), 'salaries', '2026-11-%1$s', 'UPSERT', 'DONE', 'f', '{}', 'x',
                timestamp with time zone '2026-11-%1$s 02:00:00Z',
                timestamp with time zone '2026-11-%1$s 03:10:00Z')\
              """
                  .formatted(day))
          .update();
    }
    liveJourney(sql);
  }

  private static void liveJourney(JdbcClient sql) {
    var bpmn = started().robot("pull", "pull-audience", Map.of("segment", "HALF")).end();
    sql.sql(
            "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
                + " experiment_salt, created_at, version) values"
                + " ('00000000-0000-0000-0000-00000000000a', 'other', '老旅程', 'Old journey', '00',"
                + " 'planner', 's', current_timestamp, 1)")
        .update();
    sql.sql(
            "insert into journey_version (id, journey_id, version_no, revision, state, bpmn,"
                + " settings, author, saved_at) values"
                + " ('00000000-0000-0000-0000-00000000000b',"
                + " '00000000-0000-0000-0000-00000000000a', 1, 1, 'LIVE', ?, '{\"priority\":1}',"
                + " 'planner', current_timestamp)")
        .param(bpmn)
        .update();
    sql.sql(
            "update journey set live_version_id = '00000000-0000-0000-0000-00000000000b' where"
                + " journey_key = 'other'")
        .update();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsTheFaultAndNothingWhereThereIsNone(Pair pair) {
    assertThat(codes(pair, pair.bad())).contains(pair.code());
    assertThat(codes(pair, pair.good())).doesNotContain(pair.code());
  }

  @Test
  void everyCodeOfEveryRuleHasAPair() {
    var declared = desk.rules().stream().flatMap(rule -> Stream.of(checks(rule).value())).toList();
    var shown = pairs().map(Pair::code).collect(Collectors.toSet());

    assertThat(declared).doesNotHaveDuplicates().hasSizeGreaterThan(50);
    assertThat(shown).isEqualTo(Set.copyOf(declared));
  }

  @Test
  void everyCodeSaysWhatToDoInBothLanguages() {
    var phrases = new Phrases();
    for (var rule : desk.rules()) {
      for (var code : checks(rule).value()) {
        var zh = phrases.get(Locale.SIMPLIFIED_CHINESE, "lint." + code);
        var en = phrases.get(Locale.ENGLISH, "lint." + code);
        assertThat(zh).as(code).matches("(?s).*\\p{IsHan}.*[。;].*|.*\\p{IsHan}.*。");
        assertThat(en).as(code).endsWith(".").doesNotContainPattern("[\\u4e00-\\u9fff]{2,}\\.$");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyBasisIsNamedInBothLanguages(Basis basis) {
    var phrases = new Phrases();

    assertThat(phrases.get(Locale.SIMPLIFIED_CHINESE, "basis." + basis)).startsWith("依据:");
    assertThat(phrases.get(Locale.ENGLISH, "basis." + basis)).startsWith("Basis: ");
  }

  @Test
  void aFindingCarriesTheBasisOfItsRule() {
    var findings =
        desk.findings(mail("C01"), JourneySettings.empty(), Locale.ENGLISH).stream()
            .filter(finding -> finding.rule().equals("no-end"))
            .toList();

    assertThat(findings)
        .singleElement()
        .extracting(Finding::basis)
        .isEqualTo("Basis: rule of the bank.");
  }

  @Test
  void manyCustomersMakeAMissingControlGroupAnError() {
    var small = mailWithoutSplit("PAYROLL");
    var large = mailWithoutSplit("MANY");

    assertThat(severity(small)).isEqualTo(Finding.Severity.WARNING);
    assertThat(severity(large)).isEqualTo(Finding.Severity.ERROR);
  }

  private static Finding.Severity severity(String drawing) {
    return desk.findings(drawing, LintDesk.complete(), Locale.ENGLISH).stream()
        .filter(finding -> finding.rule().equals("no-holdout"))
        .findFirst()
        .orElseThrow()
        .severity();
  }

  private List<String> codes(Pair pair, Pair.Sample sample) {
    var clean = XmlGates.accept(sample.drawing());
    return desk
        .only(pair.rule())
        .check(clean.processId(), clean.xml(), sample.settings(), Locale.SIMPLIFIED_CHINESE)
        .findings()
        .stream()
        .map(Finding::rule)
        .toList();
  }

  private static Checks checks(LintRule rule) {
    return Objects.requireNonNull(AnnotationUtils.findAnnotation(rule.getClass(), Checks.class));
  }

  static Stream<Pair> pairs() {
    return Stream.of(
            SettingsPairs.all(),
            WayPairs.all(),
            RobotPairs.all(),
            FormulaPairs.all(),
            TimePairs.all(),
            ContactPairs.all())
        .flatMap(List::stream);
  }

  private static ContentDraft content(String code, LocalDate until) {
    return new ContentDraft(
        code,
        null,
        "00",
        "MARKETING",
        null,
        until,
        null,
        Map.of("zh", new Content.Text("标题", "正文"), "en", new Content.Text("Title", "Text")));
  }
}
