/** Events that the bank tells us, and the catalogue that says what they mean. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.event;
