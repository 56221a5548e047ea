/** The versions of a journey: what differs between two of them, and an old one as the new draft. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.version;
