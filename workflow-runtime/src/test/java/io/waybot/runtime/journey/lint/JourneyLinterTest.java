package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.BpmnText.started;
import static io.waybot.runtime.journey.lint.BpmnText.withRules;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.runtime.journey.XmlGates;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules about drawings that could not run. */
class JourneyLinterTest {
  private static LintDesk desk;
  private static JourneyLinter linter;

  @BeforeAll
  static void open() {
    desk = new LintDesk();
    desk.bean(JdbcClient.class)
        .sql(
            "insert into dataset (name, kind, table_name, label_zh, label_en)"
                + " values ('customers', 'PROFILE', 'data_customers', '客户', 'Customers')")
        .update();
    desk.bean(JdbcClient.class)
        .sql(
            "insert into dataset_column (dataset, name, label, type, position)"
                + " values ('customers', 'aum_yuan', 'aum_yuan', 'DECIMAL', 1)")
        .update();
    linter =
        desk.only(
            UnknownJobRule.class,
            StartAndEndRule.class,
            FieldMissingRule.class,
            FeelRule.class,
            ContentMissingRule.class,
            RulesMissingRule.class,
            SetMissingRule.class,
            OutputMissingRule.class,
            CustomerGatewayRule.class,
            GatewayKindRule.class,
            TimerRule.class,
            EndlessRule.class,
            SecretRule.class);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void findsNothingInAnOrdinaryJourney() {
    var drawing =
        withRules()
            .robot("mail", "dispatch", Map.of("audience", "=policy.allowed", "content", "C01"))
            .wait("wait_first", "=wait_first")
            .end();

    assertThat(check(drawing)).isEmpty();
    assertThat(linter.waits(clean(drawing))).containsExactly(Map.entry("wait_first", "P3D"));
  }

  @Test
  void namesATaskThatNoRobotDoes() {
    var drawing = started().robot("dance", "dance-tango", Map.of()).end();

    assertThat(check(drawing)).containsExactly("dance: unknown-job-type");
    assertThat(check(started().then("t", "<bpmn:task id=\"t\"/>").end())).contains("t: plain-task");
  }

  @Test
  void wantsOneStartAndAnEndAndNothingBesideTheWay() {
    var none = BpmnText.empty().robot("pull", "pull-audience", Map.of("segment", "S")).xml();
    var beside =
        started()
            .beside(BpmnText.robotXml("pull", "pull-audience", Map.of("segment", "S"), "pull"))
            .end();
    var two = started().beside("<bpmn:startEvent id=\"s2\"/>").flow("s2", "end").end();

    var deadEnd =
        started()
            .then(
                "pull", BpmnText.robotXml("pull", "pull-audience", Map.of("segment", "S"), "pull"))
            .from("start")
            .end();

    assertThat(check(deadEnd)).containsExactly("pull: leads-nowhere");
    assertThat(check(none))
        .contains("null: start-missing", "null: end-missing", "pull: not-connected");
    assertThat(check(beside)).containsExactly("pull: not-connected");
    assertThat(check(two)).contains("s2: start-twice");
  }

  @Test
  void namesAFieldThatIsNotFilledIn() {
    var drawing = started().robot("pull", "pull-audience", Map.of("segment", " ")).end();

    var findings =
        linter
            .check("test_journey", clean(drawing), LintDesk.complete(), Locale.ENGLISH)
            .findings();

    assertThat(findings).singleElement().extracting(Finding::rule).isEqualTo("field-missing");
    assertThat(findings.getFirst().message())
        .isEqualTo("\"Segment\" of \"pull\" is not filled in.");
  }

  @Test
  void asksForAFieldOnlyWhenItIsShown() {
    var hidden = started().robot("pull", "pull-audience", Map.of("segment", "S")).end();
    var shown =
        started().robot("pull", "pull-audience", Map.of("segment", "S", "take", "by_score")).end();

    assertThat(check(hidden)).isEmpty();
    assertThat(check(shown)).containsExactly("pull: field-missing");
  }

  @Test
  void wantsAContentForEverySend() {
    var drawing =
        withRules().robot("mail", "dispatch", Map.of("audience", "=policy.allowed")).end();

    var decided =
        withRules()
            .robot("decide", "decide-treatments", Map.of())
            .robot("text", "dispatch", Map.of("audience", "=decide.sms"))
            .end();

    assertThat(check(drawing)).containsExactly("mail: content-missing");
    assertThat(check(decided)).isEmpty();
  }

  @Test
  void readsEveryFormula() {
    var nested =
        started()
            .robot(
                "pull",
                "pull-audience",
                Map.of("segment", "=for i in 1..9 return for j in 1..9 return i"))
            .end();

    assertThat(check(started().robot("pull", "pull-audience", Map.of("segment", "=1 +")).end()))
        .containsExactly("pull: feel-error");
    assertThat(check(nested)).containsExactly("pull: feel-nested");
    assertThat(
            check(
                started()
                    .robot(
                        "pull",
                        "pull-audience",
                        Map.of("segment", "=count(for i in 1..1000000 return i)"))
                    .end()))
        .containsExactly("pull: feel-long");
    assertThat(check(branch("=pull.audience.count > > 3"))).containsExactly("g: feel-error");
  }

  @Test
  void wantsContactRulesOnEveryWayToASend() {
    var oneWayAround =
        started()
            .robot("pull", "pull-audience", Map.of("segment", "S"))
            .then("g", "<bpmn:exclusiveGateway id=\"g\" default=\"f2\"/>")
            .robot("policy", "filter-by-policy", Map.of("audience", "=pull.audience"))
            .robot("mail", "dispatch", Map.of("audience", "=pull.audience", "content", "C01"))
            .flowWhen("g", "mail", "=pull.audience.count < 10")
            .end();

    assertThat(check(oneWayAround)).containsExactly("mail: rules-missing");
  }

  @Test
  void provesThatAListIsMadeOnEveryWay() {
    var parallel =
        withRules()
            .then("fork", "<bpmn:parallelGateway id=\"fork\"/>")
            .robot("score", "score-audience", Map.of("audience", "=policy.allowed"))
            .then("join", "<bpmn:parallelGateway id=\"join\"/>")
            .flow("fork", "join")
            .robot("mail", "dispatch", Map.of("audience", "=score.scored", "content", "C01"))
            .end();
    var exclusive = parallel.replace("parallelGateway", "exclusiveGateway");

    assertThat(check(parallel)).isEmpty();
    assertThat(check(exclusive)).contains("mail: set-missing");
  }

  @Test
  void namesAListThatDoesNotExist() {
    assertThat(check(sendTo("=nobody.audience"))).containsExactly("mail: set-unknown");
    assertThat(check(sendTo("=policy.treatment"))).containsExactly("mail: set-never-made");
    assertThat(check(sendTo("policy.allowed"))).containsExactly("mail: set-not-a-list");
    assertThat(check(sendTo("=policy.removed"))).isEmpty();
  }

  @Test
  void wantsEachResultUnderItsOwnName() {
    var drawing =
        started()
            .then("pull", BpmnText.robotXml("pull", "pull-audience", Map.of("segment", "S"), "x"))
            .end();

    assertThat(check(drawing)).containsExactly("pull: output-missing");
  }

  @Test
  void explainsAConditionAboutOneCustomer() {
    assertThat(check(branch("=aum_yuan > 5000"))).containsExactly("g: gateway-per-customer");
    assertThat(check(branch("=customer.age > 60"))).containsExactly("g: gateway-per-customer");
    assertThat(check(branch("=pull.audience.count > 5000"))).isEmpty();
    assertThat(check(branch("=pull.audience.count > 0 and \"aum_yuan\" = \"x\""))).isEmpty();
  }

  @Test
  void namesAJoinTheEngineDoesNotKnow() {
    var drawing =
        withRules()
            .then("fork", "<bpmn:parallelGateway id=\"fork\"/>")
            .robot("score", "score-audience", Map.of("audience", "=policy.allowed"))
            .then("join", "<bpmn:inclusiveGateway id=\"join\"/>")
            .flow("fork", "join")
            .end();

    assertThat(check(drawing)).contains("join: inclusive-join");
  }

  @Test
  void keepsDurationsOutOfTheDrawing() {
    assertThat(check(withRules().wait("pause", "PT72H").end()))
        .containsExactly("pause: timer-literal");
    assertThat(check(withRules().wait("pause", "=wait_pause").end())).isEmpty();
    assertThat(
            check(
                withRules()
                    .wait("pause", "=wait_pause")
                    .end()
                    .replace("name=\"waybot:wait\"", "name=\"other\"")))
        .containsExactly("pause: wait-open");
  }

  @Test
  void refusesTimersOnBlocks() {
    var drawing =
        withRules()
            .beside(
                """
                <bpmn:boundaryEvent id="late" attachedToRef="policy"><bpmn:timerEventDefinition>
                <bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>\
                """)
            .flow("late", "end")
            .end();

    assertThat(check(drawing)).containsExactly("late: timer-boundary");
  }

  @Test
  void findsWhatWouldNeverEnd() {
    var loop =
        started()
            .then("again", "<bpmn:exclusiveGateway id=\"again\"/>")
            .robot("pull", "pull-audience", Map.of("segment", "S"))
            .then("enough", "<bpmn:exclusiveGateway id=\"enough\" default=\"f3\"/>");
    var endless = loop.flowWhen("enough", "again", "=pull.audience.count > 3").end();
    var each =
        started()
            .then(
                "pull",
                BpmnText.robotXml("pull", "pull-audience", Map.of("segment", "S"), "pull")
                    .replace(
                        "</bpmn:serviceTask>",
                        """
                        <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
                        <zeebe:loopCharacteristics inputCollection="=[1,2]"/>
                        </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
                        </bpmn:serviceTask>\
                        """))
            .end();
    var itself =
        started()
            .then(
                "sub",
                """
                <bpmn:callActivity id="sub"><bpmn:extensionElements>
                <zeebe:calledElement processId="test_journey"/></bpmn:extensionElements>
                </bpmn:callActivity>\
                """)
            .end();

    assertThat(check(endless)).contains("again: loop-without-wait");
    assertThat(check(each)).containsExactly("pull: multi-instance");
    assertThat(check(itself)).containsExactly("sub: self-call");
  }

  @Test
  void keepsSecretsOutOfTheDrawing() {
    assertThat(check(withInput("apiKey", "sk-12345"))).containsExactly("pull: secret");
    assertThat(check(withInput("source", "jdbc:postgresql://db/x?user=a&amp;password=b")))
        .containsExactly("pull: secret");
    assertThat(check(withInput("apiKey", "{{secrets.CRM}}"))).isEmpty();
    assertThat(check(withInput("source", "https://bank.example/list"))).isEmpty();
  }

  @Test
  void passesOnWhatTheEnginesModelSays() {
    var noType =
        started()
            .robot("pull", "pull-audience", Map.of("segment", "S"))
            .end()
            .replace("<zeebe:taskDefinition type=\"pull-audience\"/>", "");
    var notBpmn = withRules().end().replace("<bpmn:endEvent", "<bpmn:endSomehow");

    assertThat(check(noType)).contains("pull: engine");
    assertThat(
            linter.check("test_journey", notBpmn, LintDesk.complete(), Locale.ENGLISH).findings())
        .singleElement()
        .extracting(Finding::rule)
        .isEqualTo("not-valid-bpmn");
  }

  @Test
  void tellsWhichContentsADrawingNames() {
    var drawing =
        clean(
            withRules()
                .robot("mail", "dispatch", Map.of("audience", "=policy.allowed", "content", "C02"))
                .robot("later", "dispatch", Map.of("audience", "=mail.sent", "content", "C31,C34"))
                .end());

    assertThat(linter.contents(drawing)).containsExactly("C02", "C31", "C34");
  }

  private static String sendTo(String list) {
    return withRules().robot("mail", "dispatch", Map.of("audience", list, "content", "C01")).end();
  }

  private static String branch(String condition) {
    return started()
        .robot("pull", "pull-audience", Map.of("segment", "S"))
        .then("g", "<bpmn:exclusiveGateway id=\"g\" default=\"f2\"/>")
        .robot("policy", "filter-by-policy", Map.of("audience", "=pull.audience"))
        .flowWhen("g", "end", condition)
        .end();
  }

  private static String withInput(String field, String value) {
    return started().robot("pull", "pull-audience", Map.of("segment", "S", field, value)).end();
  }

  private static List<String> check(String drawing) {
    return linter
        .check("test_journey", clean(drawing), LintDesk.complete(), Locale.SIMPLIFIED_CHINESE)
        .findings()
        .stream()
        .map(finding -> finding.elementId() + ": " + finding.rule())
        .toList();
  }

  private static String clean(String drawing) {
    return XmlGates.clean(drawing);
  }
}
