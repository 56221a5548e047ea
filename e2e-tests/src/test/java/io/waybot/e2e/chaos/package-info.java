/** The dispatch ledger under fire: processes killed at random while providers misbehave. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e.chaos;
