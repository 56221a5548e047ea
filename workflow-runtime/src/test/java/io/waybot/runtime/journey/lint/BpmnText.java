package io.waybot.runtime.journey.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes small drawings for tests: blocks one after the other, and anything else by hand. */
public final class BpmnText {
  private final List<String> elements = new ArrayList<>();
  private final List<String> flows = new ArrayList<>();
  private String last = "";
  private final String id;

  private BpmnText(String id) {
    this.id = id;
  }

  /** A drawing that begins with a start event. */
  public static BpmnText started() {
    return new BpmnText("test_journey").then("start", "<bpmn:startEvent id=\"start\"/>");
  }

  public static BpmnText empty() {
    return new BpmnText("test_journey");
  }

  /** The usual beginning: a list, the contact rules, and so on. */
  public static BpmnText withRules() {
    return started()
        .robot("pull", "pull-audience", Map.of("segment", "PAYROLL"))
        .robot("policy", "filter-by-policy", Map.of("audience", "=pull.audience"));
  }

  public BpmnText robot(String element, String job, Map<String, String> inputs) {
    return then(element, robotXml(element, job, inputs, element));
  }

  public static String robotXml(
      String element, String job, Map<String, String> inputs, String output) {
    var mapping = new StringBuilder();
    new TreeMap<>(inputs)
        .forEach((target, source) ->
            mapping.append(
                "<zeebe:input source=\"%s\" target=\"%s\"/>"
                    .formatted(source.replace("\"", "&quot;"), target)));
    return """
    <bpmn:serviceTask id="%1$s" name="%1$s"><bpmn:extensionElements>
    <zeebe:taskDefinition type="%2$s"/>
    <zeebe:ioMapping>%3$s<zeebe:output source="=result" target="%4$s"/></zeebe:ioMapping>
    </bpmn:extensionElements></bpmn:serviceTask>\
    """
        .formatted(element, job, mapping, output);
  }

  public BpmnText wait(String element, String duration) {
    return then(
        element,
        """
        <bpmn:intermediateCatchEvent id="%s"><bpmn:extensionElements><zeebe:properties>
        <zeebe:property name="waybot:wait" value="P3D"/></zeebe:properties></bpmn:extensionElements>
        <bpmn:timerEventDefinition><bpmn:timeDuration>%s</bpmn:timeDuration>
        </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>\
        """
            .formatted(element, duration));
  }

  /** An element after the last one. */
  public BpmnText then(String element, String xml) {
    elements.add(xml);
    if (!last.isEmpty()) {
      flow(last, element);
    }
    last = element;
    return this;
  }

  /** An element beside the way. */
  public BpmnText beside(String xml) {
    elements.add(xml);
    return this;
  }

  public BpmnText from(String element) {
    last = element;
    return this;
  }

  public BpmnText flow(String from, String to) {
    flows.add(
        "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"%s\" targetRef=\"%s\"/>"
            .formatted(flows.size(), from, to));
    return this;
  }

  public BpmnText flowWhen(String from, String to, String condition) {
    flows.add(
        """
        <bpmn:sequenceFlow id="f%d" sourceRef="%s" targetRef="%s"><bpmn:conditionExpression>%s\
        </bpmn:conditionExpression></bpmn:sequenceFlow>\
        """
            .formatted(flows.size(), from, to, condition.replace("<", "&lt;")));
    return this;
  }

  public String end() {
    return then("end", "<bpmn:endEvent id=\"end\"/>").xml();
  }

  public String xml() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="http://waybot">
    <bpmn:process id="%s" name="测试 / Test" isExecutable="true">
    %s
    %s
    </bpmn:process></bpmn:definitions>\
    """
        .formatted(id, String.join("\n", elements), String.join("\n", flows));
  }
}
