package io.waybot.e2e.story;

/** A drawing of many blocks in rows of twenty, each block joined with the next. */
final class LargeDrawing {
  private static final int PER_ROW = 20;
  private final StringBuilder flow = new StringBuilder();
  private final StringBuilder shapes = new StringBuilder();

  private LargeDrawing() {}

  /** BPMN of so many blocks between start and end. */
  static String of(String key, int blocks) {
    var drawing = new LargeDrawing();
    drawing.event("startEvent", 0, 0, 1);
    for (int i = 1; i <= blocks; i++) {
      drawing.block(i);
    }
    drawing.event("endEvent", blocks + 1, blocks, -1);
    for (int i = 0; i <= blocks; i++) {
      drawing.line(i);
    }
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="large" targetNamespace="http://bpmn.io/schema/bpmn">
    <bpmn:process id="%s" name="大图 / Large" isExecutable="true">%s</bpmn:process>
    <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="%s">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
    </bpmn:definitions>
    """
        .formatted(key, drawing.flow, key, drawing.shapes);
  }

  private void event(String type, int node, int in, int out) {
    flow.append("<bpmn:%s id=\"n%d\">".formatted(type, node));
    flow.append(
        out > 0
            ? "<bpmn:outgoing>f0</bpmn:outgoing>"
            : "<bpmn:incoming>f%d</bpmn:incoming>".formatted(in));
    flow.append("</bpmn:%s>".formatted(type));
    shape(node, 36, 36);
  }

  private void block(int node) {
    flow.append(
        """
        <bpmn:serviceTask id="n%d" name="触达规则 %d"><bpmn:extensionElements><zeebe:taskDefinition type="filter-by-policy" /><zeebe:ioMapping><zeebe:input source="=n%d.allowed" target="audience" /><zeebe:output source="=result" target="n%d" /></zeebe:ioMapping></bpmn:extensionElements><bpmn:incoming>f%d</bpmn:incoming><bpmn:outgoing>f%d</bpmn:outgoing></bpmn:serviceTask>
        """
            .formatted(node, node, node - 1, node, node - 1, node));
    shape(node, 100, 80);
  }

  private void line(int from) {
    flow.append(
        "<bpmn:sequenceFlow id=\"f%d\" sourceRef=\"n%d\" targetRef=\"n%d\" />"
            .formatted(from, from, from + 1));
    shapes.append(
        "<bpmndi:BPMNEdge id=\"e%d\" bpmnElement=\"f%d\"><di:waypoint x=\"%d\" y=\"%d\" /><di:waypoint x=\"%d\" y=\"%d\" /></bpmndi:BPMNEdge>"
            .formatted(from, from, x(from) + 50, y(from) + 40, x(from + 1), y(from + 1) + 40));
  }

  private void shape(int node, int width, int height) {
    shapes.append(
        "<bpmndi:BPMNShape id=\"s%d\" bpmnElement=\"n%d\"><dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" /></bpmndi:BPMNShape>"
            .formatted(node, node, x(node), y(node), width, height));
  }

  private static int x(int node) {
    return 100 + node % PER_ROW * 160;
  }

  private static int y(int node) {
    return 100 + node / PER_ROW * 140;
  }
}
