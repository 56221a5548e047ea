/** Models as analysts meet them: train, compare, promote. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.model;
