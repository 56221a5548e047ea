/** What time it is for the bank; in the demo a clock of its own. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.clock;
