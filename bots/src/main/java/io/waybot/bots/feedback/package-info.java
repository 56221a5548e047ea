/** Collects what came back and splits a list by it. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.feedback;
