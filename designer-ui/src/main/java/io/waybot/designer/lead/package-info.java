/** Leads: a relationship manager's list, one lead with its script, and a manager's team board. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.lead;
