/** Files that robots read and write, below {@code $WAYBOT_HOME/files}. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.file;
