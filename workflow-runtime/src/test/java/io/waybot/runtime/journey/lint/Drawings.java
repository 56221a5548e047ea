package io.waybot.runtime.journey.lint;

import static io.waybot.runtime.journey.lint.BpmnText.robotXml;
import static io.waybot.runtime.journey.lint.BpmnText.started;
import static io.waybot.runtime.journey.lint.BpmnText.withRules;

import java.util.HashMap;
import java.util.Map;

/** Journeys and settings that the pairs are varied from. */
final class Drawings {
  private Drawings() {}

  static BpmnText held() {
    return withRules()
        .robot(
            "split", "split-arms", Map.of("audience", "=policy.allowed", "controlPercent", "10"));
  }

  static String mail(String content) {
    return held()
        .robot(
            "mail",
            "dispatch",
            Map.of("audience", "=split.treatment", "channel", "email", "content", content))
        .end();
  }

  static String mail(String content, String field, String value) {
    return mail(content)
        .replace(
            "target=\"content\"/>",
            "target=\"content\"/><zeebe:input source=\"" + value + "\" target=\"" + field + "\"/>");
  }

  static String leads(String script) {
    return held()
        .robot("leads", "create-leads", Map.of("audience", "=split.treatment", "script", script))
        .end();
  }

  static String by(String channel) {
    return mail("C01").replace("\"email\"", "\"" + channel + "\"");
  }

  static String sendTo(String list) {
    return mail("C01").replace("=split.treatment", list);
  }

  static String mailWithoutSplit(String segment) {
    return withRules()
        .robot(
            "mail",
            "dispatch",
            Map.of("audience", "=policy.allowed", "channel", "email", "content", "C01"))
        .end()
        .replace("PAYROLL", segment);
  }

  static String withoutRules() {
    return started()
        .robot("pull", "pull-audience", Map.of("segment", "S"))
        .robot("mail", "dispatch", Map.of("audience", "=pull.audience", "content", "C01"))
        .end();
  }

  static String checkedFor(String channels) {
    return mail("C01")
        .replace(
            "target=\"audience\"/><zeebe:output source=\"=result\" target=\"policy\"",
            "target=\"audience\"/><zeebe:input source=\""
                + channels
                + "\" target=\"channels\"/><zeebe:output source=\"=result\" target=\"policy\"");
  }

  static String decided(String offers, String contents, String channels) {
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

  static String branch(String condition) {
    return started()
        .robot("pull", "pull-audience", Map.of("segment", "S"))
        .then("g", "<bpmn:exclusiveGateway id=\"g\" default=\"f2\"/>")
        .robot("policy", "filter-by-policy", Map.of("audience", "=pull.audience"))
        .flowWhen("g", "end", condition)
        .end();
  }

  static String threeWays(String one, String other) {
    return started()
        .robot("pull", "pull-audience", Map.of("segment", "S"))
        .then("g", "<bpmn:exclusiveGateway id=\"g\" default=\"f2\"/>")
        .robot("policy", "filter-by-policy", Map.of("audience", "=pull.audience"))
        .flowWhen("g", "end", one)
        .flowWhen("g", "end", other)
        .end();
  }

  static String join(String gateway) {
    return withRules()
        .then("fork", "<bpmn:parallelGateway id=\"fork\"/>")
        .robot("score", "score-audience", Map.of("audience", "=policy.allowed"))
        .then("join", "<bpmn:" + gateway + " id=\"join\"/>")
        .flow("fork", "join")
        .end();
  }

  static String twice(String gateway) {
    return withRules()
        .then("fork", "<bpmn:" + gateway + " id=\"fork\"/>")
        .robot("one", "score-audience", Map.of("audience", "=policy.allowed"))
        .then("join", "<bpmn:" + gateway + " id=\"join\"/>")
        .beside(robotXml("two", "score-audience", Map.of("audience", "=policy.allowed"), "two"))
        .flow("fork", "two")
        .flow("two", "join")
        .end();
  }

  static String loop(String between) {
    return started()
        .then("again", "<bpmn:exclusiveGateway id=\"again\"/>")
        .then("pause", between)
        .then("enough", "<bpmn:exclusiveGateway id=\"enough\"/>")
        .flowWhen("enough", "again", "=pull.audience.count > 3")
        .end();
  }

  static String calls(String process) {
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

  static String waitsForData(String until) {
    return started()
        .robot("data", "wait-for-data", Map.of("datasets", "salaries", "until", until))
        .end();
  }

  static String withInput(String field, String value) {
    return started().robot("pull", "pull-audience", new HashMap<>(Map.of(field, value))).end();
  }

  static String daily(String time) {
    return "{\"schedule\":{\"time\":\"%s\",\"days\":\"EVERY_DAY\",\"missed\":\"NONE\"}}"
        .formatted(time);
  }
}
