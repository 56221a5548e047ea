package io.waybot.runtime.rehearsal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a run or a rehearsal did, as it is written on the drawing.
 *
 * @param current false once the drawing or its settings changed after the run began
 * @param conserved whether every customer is accounted for
 * @param expectedConversions sales that the model expects of those chosen; no measured number
 * @param sends customers to be contacted, by channel; leads are channel {@code branch}
 * @param leads of a rehearsal that has ended: customers handed to branches, by unit, the most first
 */
public record RunPicture(
    UUID runId,
    String kind,
    String state,
    LocalDate businessDate,
    Instant startedAt,
    boolean current,
    boolean conserved,
    int audience,
    List<Flow> flows,
    List<Block> blocks,
    Map<String, Integer> sends,
    BigDecimal costYuan,
    double expectedConversions,
    List<UnitLeads> leads) {

  /** The same after the drawing changed. */
  public RunPicture old() {
    return new RunPicture(
        runId,
        kind,
        state,
        businessDate,
        startedAt,
        false,
        conserved,
        audience,
        flows,
        blocks,
        sends,
        costYuan,
        expectedConversions,
        leads);
  }

  /**
   * @param customers on the list that the block behind the line is given
   * @param forecast behind a wait of a rehearsal: drawn, not counted
   */
  public record Flow(String id, int customers, boolean forecast) {}

  /**
   * A robot's block.
   *
   * @param set the list that goes on from here; {@code chosen} behind a decision
   * @param removed customers by rule; of a decision those not chosen, by reason
   * @param costYuan of the sends or leads that begin here
   */
  public record Block(
      String id,
      String set,
      int customers,
      Map<String, Integer> removed,
      BigDecimal costYuan,
      boolean forecast) {}

  public record UnitLeads(String org, String nameZh, String nameEn, int leads) {}
}
