/** Gets what a run will say ready: checked, frozen, and only for those it can be written for. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.content;
