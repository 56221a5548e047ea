/** Gives chosen customers to branch staff as leads. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.lead;
