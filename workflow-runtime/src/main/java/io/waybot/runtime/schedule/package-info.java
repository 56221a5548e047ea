/** When runs open by themselves, and what a run now would do. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.schedule;
