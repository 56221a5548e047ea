/** Who a journey is for: segments, their rules and how many customers they hold today. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.segment;
