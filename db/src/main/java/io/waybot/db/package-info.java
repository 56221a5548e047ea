/** What the bank remembers: aggregates, sets, ledgers and migrations. */
@org.jspecify.annotations.NullMarked
package io.waybot.db;
