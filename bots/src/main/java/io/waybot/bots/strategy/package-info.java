/** Turns strategy tables into candidates: who could get what after what they did. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.strategy;
