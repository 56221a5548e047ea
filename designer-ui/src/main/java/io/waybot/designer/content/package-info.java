/** Contents, scripts and products as planners keep them. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.content;
