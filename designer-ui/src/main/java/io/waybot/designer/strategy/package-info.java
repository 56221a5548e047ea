/** Strategy tables: who gets what after which event, in a grid. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.strategy;
