package io.waybot.runtime.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.runtime.journey.lint.BpmnText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlGateTest {
  private final XmlGate gate = new XmlGate();

  @Test
  void letsADrawingInWithItsProcessId() {
    var drawing = gate.accept(BpmnText.withRules().end());

    assertThat(drawing.processId()).isEqualTo("test_journey");
    assertThat(drawing.processName()).isEqualTo("测试 / Test");
  }

  @Test
  void readsTheEncodingTheFileDeclares() {
    var utf16 =
        BpmnText.withRules().end().replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16);

    assertThat(gate.accept(utf16).xml()).contains("测试 / Test").contains("encoding=\"UTF-8\"");
  }

  @Test
  void writesEveryFlowAtBothItsEnds() {
    var wrong =
        BpmnText.withRules()
            .end()
            .replace(
                "<bpmn:startEvent id=\"start\"/>",
                "<bpmn:startEvent"
                    + " id=\"start\"><bpmn:outgoing>gone</bpmn:outgoing></bpmn:startEvent>");

    var xml = gate.accept(wrong).xml();

    assertThat(xml)
        .doesNotContain("gone")
        .contains("<bpmn:startEvent id=\"start\"><bpmn:outgoing>f0</bpmn:outgoing>")
        .contains("<bpmn:incoming>f2</bpmn:incoming>");
  }

  @Test
  void forgetsWhereSchemasAre() {
    var pointing =
        BpmnText.withRules()
            .end()
            .replace(
                "<bpmn:definitions ",
                "<?xml-stylesheet href=\"http://evil/x.xsl\"?><bpmn:definitions"
                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                    + " xsi:schemaLocation=\"http://evil http://evil.example.com/x.xsd\" ");

    assertThat(gate.accept(pointing).xml()).doesNotContain("evil");
  }

  @Test
  void refusesEntities() {
    var drawing = BpmnText.withRules().end();
    var doctype =
        drawing.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:/etc/passwd\">]>");

    refuses(doctype, "xml-doctype");
  }

  @Test
  void refusesWhatWouldOverflow() {
    var deep = "<a>".repeat(20_000) + "</a>".repeat(20_000);
    var many = "<a>" + "<b/>".repeat(20_001) + "</a>";
    var large = "<a>" + " ".repeat(XmlGate.MAX_BYTES) + "</a>";

    refuses(deep, "xml-too-deep");
    refuses(many, "xml-too-many");
    refuses(large, "xml-too-large");
  }

  @Test
  void refusesWhatIsNoBpmn() {
    refuses("hello", "not-xml");
    refuses("<a><b></a>", "not-xml");
    refuses("", "not-xml");
    refuses("<html/>", "not-bpmn");
    refuses(twoProcesses(), "one-process");
    refuses(BpmnText.withRules().end().replace("test_journey", "1 journey"), "process-id");
    refuses(BpmnText.withRules().end().replace("id=\"policy\"", "id=\"pull\""), "xml-duplicate-id");
  }

  @Test
  void givesTheSameDrawingAnotherName() {
    var drawing = gate.accept(BpmnText.withRules().end());

    var renamed = gate.accept(gate.renamed(drawing, "check_1"));

    assertThat(renamed.processId()).isEqualTo("check_1");
    assertThat(renamed.xml().replace("check_1", "test_journey")).isEqualTo(drawing.xml());
  }

  @Test
  void takesTheOnlyProcessOfAFileDrawnElsewhere() {
    var elsewhere = BpmnText.withRules().end().replace("isExecutable=\"true\"", "");

    assertThat(gate.accept(elsewhere).xml()).contains("isExecutable=\"true\"");
  }

  private static String twoProcesses() {
    var second =
        "<bpmn:process id=\"second\" name=\"Second\" isExecutable=\"true\"/></bpmn:definitions>";
    return BpmnText.withRules().end().replace("</bpmn:definitions>", second);
  }

  private void refuses(String file, String rule) {
    assertThatThrownBy(() -> gate.accept(file))
        .isInstanceOfSatisfying(
            GateRefused.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
  }
}
