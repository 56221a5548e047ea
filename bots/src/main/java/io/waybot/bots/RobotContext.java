package io.waybot.bots;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which step of which run a robot works on.
 *
 * @param runId the run
 * @param scopeRunId for a RERUN that date's DAILY run, else the run itself: dispatch and lead keys
 * @param kind DAILY, RERUN or REHEARSAL; a rehearsal sends nothing and uses no capacity
 * @param stepId the step ledger's row
 * @param elementId the BPMN element
 * @param pass 1 for the first time the element is entered in this run, then 2, 3 …
 * @param ownerOrg organisation unit of the journey: every list is limited to its subtree
 */
public record RobotContext(
    UUID runId,
    UUID scopeRunId,
    String kind,
    UUID journeyId,
    UUID journeyVersionId,
    String journeyKey,
    String ownerOrg,
    LocalDate businessDate,
    UUID stepId,
    String elementId,
    int pass) {

  /** The ledger's name of this step: {@code elementId#pass}. */
  public String step() {
    return elementId + "#" + pass;
  }

  public boolean rehearsal() {
    return "REHEARSAL".equals(kind);
  }
}
