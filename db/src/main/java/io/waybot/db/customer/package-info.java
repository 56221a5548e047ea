/**
 * Customers by dense number, the datasets that describe them, and fast ways to read their columns.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.db.customer;
