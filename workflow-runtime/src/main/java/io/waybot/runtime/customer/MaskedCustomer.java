package io.waybot.runtime.customer;

import org.jspecify.annotations.Nullable;

/**
 * A line of a customer list.
 *
 * @param key the bank's customer number
 * @param nameZh surname and a star
 * @param org code of the sub-branch, with its names beside it
 * @param phone the middle hidden
 * @param homeStaff login of the relationship manager, if any
 */
public record MaskedCustomer(
    String key,
    String nameZh,
    String nameEn,
    String org,
    String orgZh,
    String orgEn,
    String phone,
    @Nullable String homeStaff) {}
