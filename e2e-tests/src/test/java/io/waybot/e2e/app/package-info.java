/** A real installation in a process of its own, and ways to talk to it. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e.app;
