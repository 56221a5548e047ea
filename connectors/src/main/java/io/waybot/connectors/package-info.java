/** How we reach the world outside: lists, models, channels. */
@org.jspecify.annotations.NullMarked
package io.waybot.connectors;
