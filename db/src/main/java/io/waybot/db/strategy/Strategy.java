package io.waybot.db.strategy;

import org.jspecify.annotations.Nullable;

/**
 * One row of a strategy table: who, after what, gets which content about which product by which
 * channel.
 *
 * @param segment code of the group's segment
 * @param product null where the content names none: care and service notices
 * @param second channel of the second wave, if there is one
 * @param purpose MARKETING, CARE or SERVICE: which contact rules apply
 * @param freshDays how long ago the event may have been
 * @param priority 1 (first) to 5; breaks ties
 */
public record Strategy(
    String code,
    String segment,
    String event,
    @Nullable String product,
    String channel,
    @Nullable String second,
    String content,
    String purpose,
    int freshDays,
    int priority) {}
