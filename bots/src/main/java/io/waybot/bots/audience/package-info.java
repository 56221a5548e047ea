/** Robots that wait for data, pull lists, and read or write them as files. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.audience;
