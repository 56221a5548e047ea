/** One real browser for all stories. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e.browser;
