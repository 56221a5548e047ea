/** What service desk and branches tell customers about a journey. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.brief;
