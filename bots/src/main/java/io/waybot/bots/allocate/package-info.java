/**
 * Chooses at most one treatment per customer so that the sum of values is largest within all
 * limits, and proves how good the choice is. Knows no journeys and no database.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.allocate;
