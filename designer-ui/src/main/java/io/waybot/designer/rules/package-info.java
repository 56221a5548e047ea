/** Channels, the business calendar and contact rules. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.rules;
