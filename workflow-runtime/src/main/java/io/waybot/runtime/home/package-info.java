/** The directory that holds everything a running installation writes, and who runs from it. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.home;
