/** Starts the demo's simulated world beside Waybot and points the channels at it. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.world;
