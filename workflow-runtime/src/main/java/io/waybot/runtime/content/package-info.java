/** Products, contents and scripts as planners keep them. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.content;
