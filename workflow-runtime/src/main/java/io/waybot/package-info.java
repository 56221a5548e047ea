/** The main class of a robot node. */
@org.jspecify.annotations.NullMarked
package io.waybot;
