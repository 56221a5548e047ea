/** The bank itself: its organisation, its people, its settings and who did what. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.bank;
