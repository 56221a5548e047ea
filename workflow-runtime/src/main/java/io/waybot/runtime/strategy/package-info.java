/** Strategy tables as planners see them: checked cell by cell, imported, edited, with a history. */
@org.jspecify.annotations.NullMarked
package io.waybot.runtime.strategy;
