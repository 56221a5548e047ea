package io.waybot.db.decision;

import java.util.UUID;

/**
 * The one treatment a customer gets in a window.
 *
 * @param valueYuan expected value to the bank
 * @param priceYuan what its scarce capacities were worth to others
 */
public record Decision(
    UUID windowId,
    int customer,
    UUID runId,
    String elementId,
    String product,
    String content,
    String channel,
    float score,
    double valueYuan,
    double priceYuan) {}
