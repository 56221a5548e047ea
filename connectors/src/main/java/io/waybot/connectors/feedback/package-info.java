/** What comes back from the world: files of sales. */
@org.jspecify.annotations.NullMarked
package io.waybot.connectors.feedback;
