/** Decision windows, what was decided in them, and how much capacity is left. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.decision;
