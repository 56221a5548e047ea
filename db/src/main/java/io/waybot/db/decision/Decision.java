package io.waybot.db.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one treatment a customer gets in a window.
 *
 * @param product null if the content names none
 * @param strategy the row of the strategy table that won; null if none was applied
 * @param valueYuan expected value to the bank
 * @param priceYuan what its scarce capacities were worth to others
 */
public record Decision(
    UUID windowId,
    int customer,
    UUID runId,
    String elementId,
    @Nullable String product,
    String content,
    String channel,
    @Nullable String strategy,
    float score,
    double valueYuan,
    double priceYuan) {}
