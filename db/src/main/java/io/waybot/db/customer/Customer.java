package io.waybot.db.customer;

import org.jspecify.annotations.Nullable;

/**
 * A customer as the bank knows one.
 *
 * @param number our dense number, never reused
 * @param key the bank's own key
 * @param org code of the sub-branch (or other unit) that the customer belongs to
 * @param homeStaff login of the relationship manager, if any
 */
public record Customer(
    int number,
    String key,
    String org,
    @Nullable String homeStaff,
    @Nullable String household,
    boolean active) {}
