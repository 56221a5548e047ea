/** Channels, capacity and the business calendar as people set them. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.rules;
