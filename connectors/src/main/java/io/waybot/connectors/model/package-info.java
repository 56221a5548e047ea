/** How models are trained, measured, opened for scoring and asked for their reasons. */
@org.jspecify.annotations.NullMarked
package io.waybot.connectors.model;
