/** Immutable sets of customers, kept as compressed bitmaps. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.audience;
