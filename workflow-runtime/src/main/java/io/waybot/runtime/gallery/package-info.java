/** Finished journeys that a planner begins with: described, pictured, filled in by a short form. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.gallery;
