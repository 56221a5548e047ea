/** What came back from the customers a run contacted, as sets. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.feedback;
