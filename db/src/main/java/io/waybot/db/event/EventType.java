package io.waybot.db.event;

import org.jspecify.annotations.Nullable;

/**
 * One entry of the catalogue.
 *
 * @param stage the stage a behaviour belongs to
 * @param freshDays how many days it says something about the customer; null: nobody has said
 * @param tier 1 may be named to the customer, 2 with care, 3 may select but never be quoted
 * @param owner who answers for it
 */
public record EventType(
    String code,
    Kind kind,
    String nameZh,
    String nameEn,
    @Nullable String ruleZh,
    @Nullable String ruleEn,
    @Nullable Integer freshDays,
    int tier,
    @Nullable String stage,
    @Nullable String owner,
    Source source) {

  public EventType {
    if (tier < 1 || tier > 3) {
      throw new IllegalArgumentException("a tier is 1, 2 or 3, not " + tier);
    }
  }

  public enum Kind {
    EVENT,
    BEHAVIOUR,
    STAGE,
    FACT
  }

  /** Where it comes from. */
  public enum Source {
    /** Delivered by file or API. */
    FEED,
    /** Derived from the columns of the bank's customers. */
    COLUMNS,
    /** Derived from other events. */
    EVENTS
  }
}
