/** Who may come in, what they may see, and how the API says no. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.access;
