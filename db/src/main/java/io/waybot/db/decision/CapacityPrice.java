package io.waybot.db.decision;

/**
 * A scarce thing in a window and what one more unit of it would have been worth.
 *
 * @param key {@code channel:sms}, {@code lead:1101}, {@code budget:<journey>}, {@code product:P01}
 * @param minimum units that should be used; 0: none wanted
 * @param capacity units that may be used; infinite: any number
 * @param missing units by which the minimum is not met
 * @param priceYuan below 0: what one unit of the minimum costs
 * @param penaltyYuan what a missing unit of the minimum may cost at most
 */
public record CapacityPrice(
    String key,
    double minimum,
    double capacity,
    double used,
    double missing,
    double priceYuan,
    double penaltyYuan) {}
