/** What customers said about being contacted. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.consent;
