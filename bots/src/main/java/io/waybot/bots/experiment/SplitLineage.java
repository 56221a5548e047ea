package io.waybot.bots.experiment;

import java.util.List;
import java.util.UUID;

/**
 * What the arms of a run say about themselves; kept with their sets as JSON.
 *
 * @param parent the list that was split
 * @param controlShare asked for, 0 to 1
 * @param arms the parts of arm treatment; empty when it was not divided
 */
public record SplitLineage(UUID parent, double controlShare, List<Arm> arms) {
  @SuppressWarnings("RedundantNullCheck") // absent in what was stored before there were more arms
  public SplitLineage {
    arms = arms == null ? List.of() : List.copyOf(arms);
  }

  /**
   * @param name as the planner called it
   * @param audience its set
   */
  public record Arm(String name, UUID audience) {}
}
