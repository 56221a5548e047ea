/** Runs of journeys: today's, all of them, one of them, and the customers behind each count. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.run;
