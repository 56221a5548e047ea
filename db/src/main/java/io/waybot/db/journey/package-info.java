/** Journeys, their versions that never change once deployed, and who signed them. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.journey;
