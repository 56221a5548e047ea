/** What robots do and how they decide: plain beans, no engine, no screen. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots;
