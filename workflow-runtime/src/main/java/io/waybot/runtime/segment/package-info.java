/** Segments as planners and analysts make them: fields to choose from, a count, a rule to keep. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.segment;
