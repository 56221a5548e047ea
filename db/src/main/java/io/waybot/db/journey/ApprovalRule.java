package io.waybot.db.journey;

import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.journey.JourneySettings.RiskTier;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the bank's approval matrix: who signs a journey that all of this is true of.
 *
 * @param stage signatures of one stage are given in any order, a later stage after all before it
 * @param tier from this risk on
 * @param customers from so many customers on the list on
 * @param channel one of the journey's channels; null: any
 * @param purpose null: any
 * @param ownerOrg the journey belongs to this unit or one below it; null: any
 * @param dueHours business hours from when the signature can be given
 */
public record ApprovalRule(
    UUID id,
    Approval.Step step,
    int stage,
    RiskTier tier,
    int customers,
    @Nullable String channel,
    @Nullable Purpose purpose,
    @Nullable String ownerOrg,
    int dueHours) {
  public static final int LATEST_STAGE = 9;
  public static final int LONGEST = 200;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public ApprovalRule {
    if (stage < 1 || stage > LATEST_STAGE || dueHours < 1 || dueHours > LONGEST || customers < 0) {
      throw new IllegalArgumentException("stage " + stage + ", hours " + dueHours);
    }
  }
}
