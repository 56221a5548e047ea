/**
 * Leads as staff and managers work them: own leads, one lead, outcome, reassigning, the team's
 * board.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.lead;
