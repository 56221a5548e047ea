/** What is wrong with a drawing, in words a planner can act on: one small class per rule. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.journey.lint;
