package io.waybot.bots.event;

import io.waybot.db.event.EventType.Source;
import java.util.ArrayList;
import java.util.List;

/** From where each event can come: every one can be delivered, some can be derived. */
public final class EventSources {
  private EventSources() {}

  /** Delivered first. */
  public static List<Source> of(String code) {
    var sources = new ArrayList<>(List.of(Source.FEED));
    if (Detections.ALL.stream().anyMatch(detection -> detection.code().equals(code))) {
      sources.add(Source.COLUMNS);
    }
    if (Habit.ALL.stream().anyMatch(habit -> habit.code().equals(code))) {
      sources.add(Source.EVENTS);
    }
    return sources;
  }
}
