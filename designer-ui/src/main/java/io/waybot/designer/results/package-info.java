/** What journeys changed: the verdict, the comparison with those held out, and its parts. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.results;
