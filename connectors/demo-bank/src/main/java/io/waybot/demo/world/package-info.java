/**
 * The simulated world outside: providers, customers and colleagues; the only place that knows the
 * planted truth.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.demo.world;
