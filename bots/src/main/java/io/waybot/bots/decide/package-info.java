/**
 * Chooses at most one treatment per customer and day: candidates, decision windows, the allocator.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.decide;
