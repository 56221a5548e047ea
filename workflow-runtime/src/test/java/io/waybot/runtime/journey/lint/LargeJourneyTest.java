package io.waybot.runtime.journey.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.runtime.journey.XmlGates;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Three hundred steps, with branches and joins: read whole, and the one fault is found. */
class LargeJourneyTest {

  @Test
  void findsTheOneFaultAmongThreeHundredSteps() {
    try (var desk = new LintDesk()) {
      var fine = journey("=policy.allowed");
      var faulty = journey("=nobody.audience");

      assertThat(XmlGates.clean(fine).split("<bpmn:(serviceTask|.*Gateway|.*Event) ", -1))
          .hasSizeGreaterThan(300);
      assertThat(desk.findings(fine, LintDesk.complete(), Locale.ENGLISH)).isEmpty();
      assertThat(desk.findings(faulty, LintDesk.complete(), Locale.ENGLISH))
          .singleElement()
          .extracting(Finding::elementId, Finding::rule)
          .containsExactly("score_b_59", "set-unknown");
    }
  }

  private static String journey(String lastList) {
    var text = BpmnText.withRules();
    for (int i = 0; i < 60; i++) {
      var last = i == 59 ? lastList : "=policy.allowed";
      text.then("fork_" + i, "<bpmn:parallelGateway id=\"fork_" + i + "\"/>")
          .robot("score_a_" + i, "score-audience", list("=policy.allowed", "a" + i))
          .then("join_" + i, "<bpmn:parallelGateway id=\"join_" + i + "\"/>")
          .beside(
              BpmnText.robotXml(
                  "score_b_" + i, "score-audience", list(last, "b" + i), "score_b_" + i))
          .flow("fork_" + i, "score_b_" + i)
          .flow("score_b_" + i, "join_" + i)
          .wait("wait_" + i, "=wait_" + i);
    }
    return text.end().replace("P3D", "B3");
  }

  private static Map<String, String> list(String list, String model) {
    return Map.of("audience", list, "model", model);
  }
}
