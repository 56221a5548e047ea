/** Turns the definition of a segment into the set of customers that fit it. */
@org.jspecify.annotations.NullMarked
package io.waybot.connectors.segment;
