/** What a run really changed: effect against control, written back, published. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.evaluate;
