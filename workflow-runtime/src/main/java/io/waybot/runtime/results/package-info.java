/** What journeys really changed, for those who read results. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.results;
