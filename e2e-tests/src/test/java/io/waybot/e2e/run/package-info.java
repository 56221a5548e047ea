/** Whole runs of the starter journey: its numbers, both databases, killed processes. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e.run;
