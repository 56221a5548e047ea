/** The first page of each role: what must I do now, and how did it go? */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.home;
