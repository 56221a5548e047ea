package io.waybot.runtime.journey;

import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.runtime.journey.compare.BlockChange;
import io.waybot.runtime.journey.compare.Comparison;
import io.waybot.runtime.journey.compare.FieldChange;
import io.waybot.runtime.journey.compare.SettingsComparison;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.w3c.dom.Element;

/**
 * What differs between two versions.
 *
 * @param blocks blocks and lines, in the order of the newer drawing
 * @param settings what the planner set beside the drawing
 */
public record VersionChanges(List<BlockChange> blocks, List<FieldChange> settings) {
  static final VersionChanges NONE = new VersionChanges(List.of(), List.of());

  public static VersionChanges between(JourneyVersion before, JourneyVersion after) {
    return between(before.bpmn(), before.settings(), after.bpmn(), after.settings());
  }

  static VersionChanges between(
      String bpmnBefore, JourneySettings before, String bpmnAfter, JourneySettings after) {
    return new VersionChanges(
        Comparison.between(elements(bpmnBefore), elements(bpmnAfter)),
        SettingsComparison.between(before, after));
  }

  /** How many there are. */
  public int count() {
    return blocks.size() + settings.size();
  }

  private static List<Element> elements(String bpmn) {
    return BpmnDocument.parse(bpmn.getBytes(StandardCharsets.UTF_8)).elements();
  }
}
