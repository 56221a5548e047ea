/** Which days the bank works and at which hours a channel may speak. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.calendar;
