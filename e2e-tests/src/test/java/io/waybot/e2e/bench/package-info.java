/** Measurements: each prints one JSON line last. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e.bench;
