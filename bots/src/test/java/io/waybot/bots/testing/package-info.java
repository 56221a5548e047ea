/** Robots on a real database, for tests. */
package io.waybot.bots.testing;
