/** Segments: named definitions of who belongs to a list. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.segment;
