/** Leads: work for branch staff, with every act on it. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.lead;
