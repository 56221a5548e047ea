/** The allocator measured: seeded, exported and foreign instances. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e.bench.allocate;
