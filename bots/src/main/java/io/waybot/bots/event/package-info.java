/** Derives what happened to customers from what the bank's data say about them. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.event;
