/** How much is at stake with a journey before it goes live, and who therefore signs. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.journey.risk;
