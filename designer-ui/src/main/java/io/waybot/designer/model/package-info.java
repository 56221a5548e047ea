/** Models: how good they are, train another version, promote one. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.model;
