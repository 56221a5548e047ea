package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.BpmnText.robotXml;
import static io.waybot.runtime.journey.lint.BpmnText.started;
import static io.waybot.runtime.journey.lint.BpmnText.withRules;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    assertThat(codes(pair, pair.bad)).contains(pair.code);
    assertThat(codes(pair, pair.good)).doesNotContain(pair.code);
  }

  @Test
  void everyCodeOfEveryRuleHasAPair() {
    var declared = desk.rules().stream().flatMap(rule -> Stream.of(checks(rule).value())).toList();
    var shown = pairs().map(pair -> pair.code).collect(Collectors.toSet());

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

  private List<String> codes(Pair pair, Sample sample) {
    var clean = XmlGates.accept(sample.drawing);
    return desk
        .only(pair.rule)
        .check(clean.processId(), clean.xml(), sample.settings, Locale.SIMPLIFIED_CHINESE)
        .findings()
        .stream()
        .map(Finding::rule)
        .toList();
  }

  private static Checks checks(LintRule rule) {
    return java.util.Objects.requireNonNull(
        AnnotationUtils.findAnnotation(rule.getClass(), Checks.class));
  }

  record Sample(String drawing, JourneySettings settings) {}

  record Pair(Class<? extends LintRule> rule, String code, Sample bad, Sample good) {
    @Override
    public String toString() {
      return code;
    }
  }

  private static final List<Pair> PAIRS = new ArrayList<>();

  static Stream<Pair> pairs() {
    if (PAIRS.isEmpty()) {
      aboutSettings();
      aboutTheWay();
      aboutRobots();
      aboutFormulas();
      aboutTime();
      aboutContacts();
    }
    return PAIRS.stream();
  }

  private static void pair(Class<? extends LintRule> rule, String code, String bad, String good) {
    PAIRS.add(
        new Pair(
            rule,
            code,
            new Sample(bad, LintDesk.complete()),
            new Sample(good, LintDesk.complete())));
  }

  private static void settings(
      Class<? extends LintRule> rule, String code, String drawing, String bad, String good) {
    PAIRS.add(
        new Pair(
            rule,
            code,
            new Sample(drawing, JourneySettings.fromJson(bad)),
            new Sample(drawing, JourneySettings.fromJson(good))));
  }

  private static void aboutSettings() {
    var goal = "{\"goal\":{\"products\":[\"P01\"],\"days\":14}}";
    settings(GoalRule.class, "no-goal", mail("C01"), "{}", goal);
    var onMessage =
        mail("C01")
            .replace(
                "<bpmn:startEvent id=\"start\"/>",
                "<bpmn:startEvent id=\"start\"><bpmn:messageEventDefinition/></bpmn:startEvent>");
    settings(
        GoalRule.class, "no-exit", onMessage, "{\"leaveAtGoal\":false}", "{\"leaveAtGoal\":true}");
    var year = "{\"from\":\"2026-12-01\",\"until\":\"2027-12-01\"}";
    settings(EndDateRule.class, "no-end", mail("C01"), "{}", year);
    settings(
        EndDateRule.class,
        "end-too-late",
        mail("C01"),
        "{\"from\":\"2026-12-01\",\"until\":\"2027-12-02\"}",
        year);
    settings(EndDateRule.class, "end-past", mail("C01"), "{\"until\":\"2026-11-19\"}", year);
    settings(
        AssessmentRule.class,
        "no-assessment",
        held().robot("score", "score-audience", Map.of("audience", "=split.treatment")).end(),
        "{}",
        "{\"privacyAssessment\":\"PIA-7\"}");
    pair(HoldoutRule.class, "no-holdout", mailWithoutSplit("PAYROLL"), mail("C01"));
    settings(OverlapRule.class, "overlap", mail("C01"), "{\"priority\":2}", "{\"priority\":1}");
    settings(
        GiftRule.class,
        "gift",
        held().robot("gift", "grant-benefit", Map.of("benefit", "BN1")).end(),
        goal,
        goal.replace("P01", "P20"));
    settings(
        PurposeRule.class,
        "purpose-offer",
        decided("P01", "C01", "email"),
        "{\"purpose\":\"CARE\"}",
        "{}");
    PAIRS.add(
        new Pair(
            PurposeRule.class,
            "purpose-content",
            new Sample(mail("C01"), JourneySettings.fromJson("{\"purpose\":\"SERVICE\"}")),
            new Sample(mail("C28"), JourneySettings.fromJson("{\"purpose\":\"SERVICE\"}"))));
    var branch = mail("C01").replace("test_journey", "branch_journey");
    pair(UnitRule.class, "list-of-other-unit", branch.replace("PAYROLL", "SOUTH"), branch);
    pair(
        UnitRule.class,
        "list-outside-unit",
        branch.replace("PAYROLL", "UPLOADED"),
        mail("C01").replace("PAYROLL", "UPLOADED"));
  }

  private static void aboutTheWay() {
    var whole = mail("C01");
    pair(StartAndEndRule.class, "start-missing", BpmnText.empty().end(), whole);
    pair(
        StartAndEndRule.class,
        "start-twice",
        started().beside("<bpmn:startEvent id=\"s2\"/>").flow("s2", "end").end(),
        whole);
    pair(StartAndEndRule.class, "end-missing", started().xml(), whole);
    var beside = "<bpmn:manualTask id=\"lonely\"/>";
    pair(StartAndEndRule.class, "not-connected", started().beside(beside).end(), whole);
    pair(
        StartAndEndRule.class,
        "leads-nowhere",
        started().then("lonely", beside).from("start").end(),
        whole);
    pair(
        UnreachableRule.class,
        "never-reached",
        started()
            .beside(beside)
            .beside("<bpmn:manualTask id=\"other\"/>")
            .flow("lonely", "other")
            .flow("other", "lonely")
            .end(),
        whole);
    pair(
        UnreachableRule.class,
        "never-ends",
        started()
            .then("again", "<bpmn:exclusiveGateway id=\"again\"/>")
            .wait("pause", "=wait_pause")
            .flow("pause", "again")
            .beside("<bpmn:endEvent id=\"end\"/>")
            .xml(),
        whole);
    var unsure = branch("=pull.audience.count > 5");
    pair(BranchRule.class, "gateway-no-default", unsure.replace(" default=\"f2\"", ""), unsure);
    pair(
        BranchRule.class,
        "conditions-overlap",
        threeWays("=pull.audience.count > 5", "=pull.audience.count > 100"),
        threeWays("=pull.audience.count <= 100", "=pull.audience.count > 100"));
    pair(
        ReferenceRule.class,
        "reference-wrong",
        unsure.replace("default=\"f2\"", "default=\"f0\""),
        unsure);
    pair(CustomerGatewayRule.class, "gateway-per-customer", branch("=customer.age > 60"), unsure);
    pair(
        CustomerGatewayRule.class,
        "gateway-per-customer",
        branch("=aum_yuan > 60 and customer.age > 1"),
        branch("=day of week(date(businessDate)) = \"Monday\""));
    pair(
        GatewayKindRule.class, "inclusive-join", join("inclusiveGateway"), join("parallelGateway"));
    pair(GatewayKindRule.class, "complex-gateway", join("complexGateway"), join("parallelGateway"));
    pair(
        EndlessRule.class,
        "loop-without-wait",
        loop("<bpmn:manualTask id=\"pause\"/>"),
        loop(
            """
            <bpmn:intermediateCatchEvent id="pause"><bpmn:timerEventDefinition><bpmn:timeDuration>\
            =wait_pause</bpmn:timeDuration></bpmn:timerEventDefinition>\
            </bpmn:intermediateCatchEvent>\
            """));
    pair(EndlessRule.class, "self-call", calls("test_journey"), calls("another_journey"));
    pair(
        EndlessRule.class,
        "multi-instance",
        whole.replaceFirst(
            "</bpmn:serviceTask>", "<bpmn:multiInstanceLoopCharacteristics/></bpmn:serviceTask>"),
        whole);
  }

  private static void aboutRobots() {
    var whole = mail("C01");
    pair(
        UnknownJobRule.class,
        "unknown-job-type",
        started().robot("dance", "dance", Map.of()).end(),
        withInput("segment", "S"));
    pair(
        UnknownJobRule.class,
        "plain-task",
        started().then("t", "<bpmn:task id=\"t\"/>").end(),
        whole);
    pair(FieldMissingRule.class, "field-missing", whole.replace("PAYROLL", " "), whole);
    pair(ChoiceRule.class, "choice-unknown", leads("SC99"), leads("SC01"));
    pair(
        OutputMissingRule.class,
        "element-id",
        started().robot("pull-1", "pull-audience", Map.of("segment", "S")).end(),
        whole);
    pair(
        OutputMissingRule.class,
        "output-missing",
        whole.replace("target=\"mail\"", "target=\"elsewhere\""),
        whole);
    pair(SetMissingRule.class, "set-not-a-list", sendTo("split.treatment"), whole);
    pair(SetMissingRule.class, "set-unknown", sendTo("=nobody.audience"), whole);
    pair(SetMissingRule.class, "set-never-made", sendTo("=policy.treatment"), whole);
    var later =
        withRules()
            .robot("mail", "dispatch", Map.of("audience", "=score.scored", "content", "C01"))
            .robot("score", "score-audience", Map.of("audience", "=policy.allowed"))
            .end();
    pair(SetMissingRule.class, "set-missing", later, whole);
    pair(
        SecretRule.class,
        "secret",
        withInput("apiKey", "sk-1"),
        withInput("apiKey", "{{secrets.CRM}}"));
    pair(
        DecisionOrderRule.class,
        "decision-after-contact",
        held()
            .robot("mail", "dispatch", Map.of("audience", "=split.treatment", "content", "C01"))
            .robot("decide", "decide-treatments", Map.of("offers", "P01"))
            .end(),
        held()
            .robot("mail", "dispatch", Map.of("audience", "=split.treatment", "content", "C01"))
            .robot("respond", "split-by-response", Map.of("audience", "=mail.sent"))
            .robot("decide", "decide-treatments", Map.of("offers", "P01"))
            .end());
    pair(
        RepeatedStepRule.class,
        "same-step-twice",
        twice("parallelGateway"),
        twice("exclusiveGateway"));
  }

  private static void aboutFormulas() {
    var fine = withInput("segment", "=pull.name");
    formula("feel-error", "=1 +", fine);
    formula(
        "feel-long",
        "=count(for i in 1..1000000 return i)",
        withInput("segment", "=for i in 1..9 return i"));
    formula("feel-nested", "=for i in 1..9 return for j in 1..9 return j", fine);
    formula("feel-open", "=for i in 1..pull.count return i", withInput("segment", "=a in [1..b]"));
    formula("feel-function", "=function(x) x + 1", fine);
  }

  private static void formula(String code, String bad, String good) {
    pair(FeelRule.class, code, withInput("segment", bad), good);
  }

  private static void aboutTime() {
    var waiting = withRules().wait("pause", "=wait_pause").end();
    pair(TimerRule.class, "timer-literal", withRules().wait("pause", "PT72H").end(), waiting);
    pair(
        TimerRule.class,
        "wait-open",
        waiting.replace("name=\"waybot:wait\"", "name=\"x\""),
        waiting);
    var onBlock =
        withRules()
            .beside(
                """
                <bpmn:boundaryEvent id="late" attachedToRef="policy"><bpmn:timerEventDefinition>
                <bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>\
                """)
            .flow("late", "end")
            .end();
    pair(TimerRule.class, "timer-boundary", onBlock, waiting);
    var cycle =
        "<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle>"
            + "</bpmn:timerEventDefinition>";
    pair(
        TimerRule.class,
        "timer-start",
        waiting.replace(
            "<bpmn:startEvent id=\"start\"/>",
            "<bpmn:startEvent id=\"start\">" + cycle + "</bpmn:startEvent>"),
        waiting);
    var past =
        started()
            .then(
                "pause",
                """
                <bpmn:intermediateCatchEvent id="pause"><bpmn:timerEventDefinition><bpmn:timeDate>\
                2026-11-01T00:00:00Z</bpmn:timeDate></bpmn:timerEventDefinition>\
                </bpmn:intermediateCatchEvent>\
                """)
            .end();
    pair(TimerPastRule.class, "timer-past", past, past.replace("2026-11-01", "2026-12-01"));
    settings(QuietHoursRule.class, "send-moved", mail("C01"), daily("22:00"), daily("10:00"));
    var hasty = mail("C01", "sendByHours", "4");
    settings(QuietHoursRule.class, "send-never", hasty, daily("22:00"), daily("10:00"));
    ownHours("hours-unreadable", "after lunch");
    ownHours("send-never", "22:00-23:00");
    var year = JourneySettings.fromJson("{\"from\":\"2026-01-05\",\"until\":\"2026-12-31\"}");
    PAIRS.add(
        new Pair(
            HolidayWaitRule.class,
            "wait-holiday",
            new Sample(waiting, year),
            new Sample(waiting.replace("P3D", "B3"), year)));
    var early = waitsForData("10:00");
    PAIRS.add(
        new Pair(
            EarlyStartRule.class,
            "start-early",
            new Sample(early, JourneySettings.fromJson(daily("09:00"))),
            new Sample(waitsForData("12:00"), JourneySettings.fromJson(daily("09:00")))));
  }

  private static void aboutContacts() {
    var whole = mail("C01");
    pair(RulesMissingRule.class, "rules-missing", withoutRules(), whole);
    pair(ContentMissingRule.class, "content-missing", whole.replace("C01", ""), whole);
    pair(ContentPeriodRule.class, "content-unknown", mail("C99"), whole);
    pair(ContentPeriodRule.class, "content-expired", mail("C-OLD"), whole);
    pair(ContentPeriodRule.class, "content-ends", mail("C-SOON"), whole);
    pair(ChannelConnectedRule.class, "channel-unknown", by("pigeon"), by("sms"));
    pair(ChannelConnectedRule.class, "channel-off", by("wecom"), by("sms"));
    var decided = decided("P01", "C01", "email,push");
    pair(
        ChannelForListRule.class,
        "list-of-other-channel",
        decided.replace("=decide.email", "=decide.push"),
        decided);
    pair(
        ChannelForListRule.class,
        "channel-not-checked",
        checkedFor("sms"),
        checkedFor("sms,email"));
    pair(OfferRule.class, "offer-off-sale", decided("P99", "C01", "email"), decided);
    pair(OfferRule.class, "offer-without-content", decided("P21", "C01", "email"), decided);
    pair(RecordedSaleRule.class, "recorded-channel", by("sms").replace("C01", "C15"), mail("C15"));
  }

  private static BpmnText held() {
    return withRules()
        .robot(
            "split", "split-arms", Map.of("audience", "=policy.allowed", "controlPercent", "10"));
  }

  private static String mail(String content) {
    return held()
        .robot(
            "mail",
            "dispatch",
            Map.of("audience", "=split.treatment", "channel", "email", "content", content))
        .end();
  }

  private static String mail(String content, String field, String value) {
    return mail(content)
        .replace(
            "target=\"content\"/>",
            "target=\"content\"/><zeebe:input source=\"" + value + "\" target=\"" + field + "\"/>");
  }

  private static void ownHours(String code, String bad) {
    var atTen = JourneySettings.fromJson(daily("10:00"));
    PAIRS.add(
        new Pair(
            QuietHoursRule.class,
            code,
            new Sample(mail("C01", "hours", bad), atTen),
            new Sample(mail("C01", "hours", "10:00-12:00"), atTen)));
  }

  private static String leads(String script) {
    return held()
        .robot("leads", "create-leads", Map.of("audience", "=split.treatment", "script", script))
        .end();
  }

  private static String by(String channel) {
    return mail("C01").replace("\"email\"", "\"" + channel + "\"");
  }

  private static String sendTo(String list) {
    return mail("C01").replace("=split.treatment", list);
  }

  private static String mailWithoutSplit(String segment) {
    return withRules()
        .robot(
            "mail",
            "dispatch",
            Map.of("audience", "=policy.allowed", "channel", "email", "content", "C01"))
        .end()
        .replace("PAYROLL", segment);
  }

  private static String withoutRules() {
    return started()
        .robot("pull", "pull-audience", Map.of("segment", "S"))
        .robot("mail", "dispatch", Map.of("audience", "=pull.audience", "content", "C01"))
        .end();
  }

  private static String checkedFor(String channels) {
    return mail("C01")
        .replace(
            "target=\"audience\"/><zeebe:output source=\"=result\" target=\"policy\"",
            "target=\"audience\"/><zeebe:input source=\""
                + channels
                + "\" target=\"channels\"/><zeebe:output source=\"=result\" target=\"policy\"");
  }

  private static String decided(String offers, String contents, String channels) {
    return held()
        .robot(
            "decide",
            "decide-treatments",
            Map.of(
                "audience",
                "=split.treatment",
                "offers",
                offers,
                "contents",
                contents,
                "channels",
                channels))
        .robot("mail", "dispatch", Map.of("audience", "=decide.email", "channel", "email"))
        .end();
  }

  private static String branch(String condition) {
    return started()
        .robot("pull", "pull-audience", Map.of("segment", "S"))
        .then("g", "<bpmn:exclusiveGateway id=\"g\" default=\"f2\"/>")
        .robot("policy", "filter-by-policy", Map.of("audience", "=pull.audience"))
        .flowWhen("g", "end", condition)
        .end();
  }

  private static String threeWays(String one, String other) {
    return started()
        .robot("pull", "pull-audience", Map.of("segment", "S"))
        .then("g", "<bpmn:exclusiveGateway id=\"g\" default=\"f2\"/>")
        .robot("policy", "filter-by-policy", Map.of("audience", "=pull.audience"))
        .flowWhen("g", "end", one)
        .flowWhen("g", "end", other)
        .end();
  }

  private static String join(String gateway) {
    return withRules()
        .then("fork", "<bpmn:parallelGateway id=\"fork\"/>")
        .robot("score", "score-audience", Map.of("audience", "=policy.allowed"))
        .then("join", "<bpmn:" + gateway + " id=\"join\"/>")
        .flow("fork", "join")
        .end();
  }

  private static String twice(String gateway) {
    return withRules()
        .then("fork", "<bpmn:" + gateway + " id=\"fork\"/>")
        .robot("one", "score-audience", Map.of("audience", "=policy.allowed"))
        .then("join", "<bpmn:" + gateway + " id=\"join\"/>")
        .beside(robotXml("two", "score-audience", Map.of("audience", "=policy.allowed"), "two"))
        .flow("fork", "two")
        .flow("two", "join")
        .end();
  }

  private static String loop(String between) {
    return started()
        .then("again", "<bpmn:exclusiveGateway id=\"again\"/>")
        .then("pause", between)
        .then("enough", "<bpmn:exclusiveGateway id=\"enough\"/>")
        .flowWhen("enough", "again", "=pull.audience.count > 3")
        .end();
  }

  private static String calls(String process) {
    return started()
        .then(
            "sub",
            """
            <bpmn:callActivity id="sub"><bpmn:extensionElements>
            <zeebe:calledElement processId="%s"/></bpmn:extensionElements>
            </bpmn:callActivity>\
            """
                .formatted(process))
        .end();
  }

  private static String waitsForData(String until) {
    return started()
        .robot("data", "wait-for-data", Map.of("datasets", "salaries", "until", until))
        .end();
  }

  private static String withInput(String field, String value) {
    return started()
        .robot("pull", "pull-audience", new java.util.HashMap<>(Map.of(field, value)))
        .end();
  }

  private static String daily(String time) {
    return "{\"schedule\":{\"time\":\"%s\",\"days\":\"EVERY_DAY\",\"missed\":\"NONE\"}}"
        .formatted(time);
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
