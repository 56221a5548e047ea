/** Files that a run has made. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.result;
