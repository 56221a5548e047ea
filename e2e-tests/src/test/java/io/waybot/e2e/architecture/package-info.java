/** Rules about who may know whom. */
@org.jspecify.annotations.NullMarked
package io.waybot.e2e.architecture;
