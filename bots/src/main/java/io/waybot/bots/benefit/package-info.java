/** Gives coupons and points to customers, once for each reason and within a budget. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.benefit;
