/** Databases for tests: the same contract on H2 and on a real PostgreSQL. */
@org.jspecify.annotations.NullMarked
package io.waybot.db.testing;
