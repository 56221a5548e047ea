package io.waybot.runtime.journey.lint;

/**
 * One difference between two drawings.
 *
 * @param label what a person calls the block
 */
public record Change(String elementId, String label, Kind kind) {
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }
}
