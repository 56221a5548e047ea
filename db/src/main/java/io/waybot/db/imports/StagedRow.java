package io.waybot.db.imports;

import org.jspecify.annotations.Nullable;

/**
 * A row of a file that passed every check of its own.
 *
 * @param key the row's key, unique in the file: a customer's key, for events the event's id
 * @param customer the customer's number, for new customers the next free one
 * @param fresh whether the customer is new with this file
 * @param values in the order of the stage's columns
 */
public record StagedRow(String key, int customer, boolean fresh, @Nullable Object[] values) {}
