/** What customers did or what happened to them: the catalogue of events, and the events. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.event;
