/** Why one customer got what they got, or nothing. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.why;
