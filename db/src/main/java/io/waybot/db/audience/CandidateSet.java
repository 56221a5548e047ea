package io.waybot.db.audience;

import java.util.UUID;

/**
 * The customers of one strategy behind a list.
 *
 * @param strategy code of the row in the table
 * @param audience the customers
 */
public record CandidateSet(String strategy, String table, int tableVersion, UUID audience) {}
