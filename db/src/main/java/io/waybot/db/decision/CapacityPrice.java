package io.waybot.db.decision;

/**
 * A scarce thing in a window and what one more unit of it would have been worth.
 *
 * @param key {@code channel:sms}, {@code lead:1101}, {@code budget:<journey>}
 */
public record CapacityPrice(String key, double capacity, double used, double priceYuan) {}
