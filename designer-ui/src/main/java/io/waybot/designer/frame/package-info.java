/**
 * What stands in the frame of every page: the business date, the search, the kill switch, what
 * waits for a person, the help, the demo.
 */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.frame;
