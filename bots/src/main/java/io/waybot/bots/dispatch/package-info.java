/** Sends: what is said to whom, and exactly once. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.dispatch;
