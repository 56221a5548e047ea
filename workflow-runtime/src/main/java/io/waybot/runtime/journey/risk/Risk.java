package io.waybot.runtime.journey.risk;

import io.waybot.db.journey.JourneySettings.RiskTier;
import java.util.List;

/**
 * The tier of a version and everything that speaks for it.
 *
 * @param reasons the weightiest first
 */
public record Risk(RiskTier tier, List<Reason> reasons, ExpectedList list) {

  /** What makes a journey risky, or not. */
  public enum Cause {
    SERVICE_NOTICE,
    RAISED,
    LIST,
    LIST_UNKNOWN,
    PRODUCT,
    CREDIT,
    NEW_CONTENT,
    NEW_CHANNEL,
    SENSITIVE_EVENT
  }

  /**
   * One of them.
   *
   * @param tier the least tier it asks for
   * @param subject how many customers, or the codes concerned; empty when there is nothing to name
   */
  public record Reason(Cause cause, RiskTier tier, String subject) {}
}
