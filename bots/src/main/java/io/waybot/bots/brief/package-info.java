/** Tells the service desk and the branches what customers may ask about. */
@org.jspecify.annotations.NullMarked
package io.waybot.bots.brief;
