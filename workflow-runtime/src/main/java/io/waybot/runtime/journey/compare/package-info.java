/** What differs between two versions of a journey: blocks, lines, fields, places, settings. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.journey.compare;
