/** How good a run's decision was, what one more of anything scarce is worth, and what if. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.decision;
