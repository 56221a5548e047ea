package io.waybot.runtime.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.journey.compare.BlockChange;
import io.waybot.runtime.journey.compare.BlockChange.Kind;
import io.waybot.runtime.journey.compare.FieldChange;
import io.waybot.runtime.journey.lint.BpmnText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionChangesTest {
  private static final String BEFORE =
      BpmnText.started()
          .robot("pull", "pull-audience", Map.of("segment", "PAYROLL"))
          .robot("mail", "dispatch", Map.of("channel", "email", "content", "C01"))
          .end();

  @Test
  void aDrawingIsLikeItself() {
    assertThat(changes(BEFORE, BEFORE)).isEmpty();
  }

  @Test
  void aFieldIsToldWithItsOldAndNewValue() {
    var after = BEFORE.replace("\"C01\"", "\"C02\"");

    assertThat(changes(BEFORE, after))
        .containsExactly(
            new BlockChange(
                "mail",
                "mail",
                false,
                "dispatch",
                Kind.CHANGED,
                List.of(new FieldChange("input.content", "C01", "C02"))));
  }

  @Test
  void aBlockPutInBetweenIsAddedAndItsLineLeadsElsewhere() {
    var after =
        BpmnText.started()
            .robot("pull", "pull-audience", Map.of("segment", "PAYROLL"))
            .wait("pause", "=wait_pause")
            .robot("mail", "dispatch", Map.of("channel", "email", "content", "C01"))
            .end();

    var changes = changes(BEFORE, after);

    assertThat(changes)
        .filteredOn(change -> !change.line())
        .extracting(BlockChange::elementId, BlockChange::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("pause", Kind.ADDED));
    assertThat(changes)
        .filteredOn(change -> change.elementId().equals("f1"))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.line()).isTrue();
          assertThat(line.label()).isEqualTo("pull → pause");
          assertThat(line.fields()).containsExactly(new FieldChange("targetRef", "mail", "pause"));
        });
  }

  @Test
  void whatIsGoneStandsAtTheEnd() {
    var after =
        BpmnText.started().robot("pull", "pull-audience", Map.of("segment", "PAYROLL")).end();

    assertThat(changes(BEFORE, after).reversed())
        .extracting(BlockChange::elementId, BlockChange::kind)
        .startsWith(
            org.assertj.core.groups.Tuple.tuple("f2", Kind.REMOVED),
            org.assertj.core.groups.Tuple.tuple("mail", Kind.REMOVED));
  }

  @Test
  void aBlockThatOnlyStandsElsewhereIsMoved() {
    assertThat(changes(drawn(100), drawn(260)))
        .extracting(BlockChange::elementId, BlockChange::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("pull", Kind.MOVED));
    assertThat(changes(drawn(100), drawn(260).replace("PAYROLL", "STAFF")))
        .extracting(BlockChange::kind)
        .containsExactly(Kind.CHANGED);
  }

  @Test
  void aWaitAConditionAndARenamedBlockAreFieldsToo() {
    var before =
        BpmnText.started()
            .wait("pause", "=wait_pause")
            .then("choice", "<bpmn:exclusiveGateway id=\"choice\"/>")
            .flowWhen("choice", "end", "=pull.count > 0")
            .end();
    var after =
        before
            .replace("P3D", "P5D")
            .replace("count > 0", "count > 9")
            .replace("id=\"choice\"/>", "id=\"choice\" name=\"Enough?\"/>");

    assertThat(changes(before, after))
        .flatExtracting(BlockChange::fields)
        .contains(
            new FieldChange("property.waybot:wait", "P3D", "P5D"),
            new FieldChange("name", "", "Enough?"),
            new FieldChange("conditionExpression", "=pull.count > 0", "=pull.count > 9"));
  }

  @Test
  void whatIsSetBesideTheDrawingIsComparedByName() {
    var before = JourneySettings.fromJson("{\"until\":\"2027-05-31\",\"priority\":2}");
    var after = JourneySettings.fromJson("{\"until\":\"2027-06-30\",\"priority\":2}");

    var changes = VersionChanges.between(BEFORE, before, BEFORE, after);

    assertThat(changes.settings())
        .containsExactly(new FieldChange("until", "2027-05-31", "2027-06-30"));
    assertThat(changes.count()).isEqualTo(1);
  }

  private static List<BlockChange> changes(String before, String after) {
    var same = JourneySettings.empty();
    return VersionChanges.between(before, same, after, same).blocks();
  }

  private static String drawn(int x) {
    var shape =
        """
        <di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
          xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><di:BPMNPlane>
        <di:BPMNShape bpmnElement="pull"><dc:Bounds x="%d" y="80" width="100" height="80"/>
        </di:BPMNShape></di:BPMNPlane></di:BPMNDiagram></bpmn:definitions>\
        """
            .formatted(x);
    return BpmnText.started()
        .robot("pull", "pull-audience", Map.of("segment", "PAYROLL"))
        .end()
        .replace("</bpmn:definitions>", shape);
  }
}
