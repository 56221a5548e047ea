/** What people do, in a real browser. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e.story;
