/** What people and providers tell us about sends: receipts, sales, opt-outs, stops, test sends. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.dispatch;
