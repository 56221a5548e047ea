/** Stories in a real browser, fault injection, benchmarks and architecture rules. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e;
