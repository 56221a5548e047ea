package io.waybot.runtime.rehearsal;

import io.waybot.db.content.Channel;
import io.waybot.runtime.journey.lint.Ways;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * On which dates a journey sends how much, if every run of it does what the one it is judged by
 * did. A second wave goes out when the waits before it are over, moved to the next business day
 * where its channel does not send on others.
 */
record SendingPlan(
    UUID journeyId,
    String nameZh,
    String nameEn,
    Ways ways,
    List<PictureRows.Sends> sends,
    SendingDay.Basis basis) {

  /** Takes what a date sends. */
  interface Taker {
    void take(LocalDate date, String channel, int customers);
  }

  void of(LocalDate runDate, Map<String, Channel> channels, WorkingDays days, Taker taker) {
    var reached = reached(runDate, days);
    for (var send : sends) {
      var date = reached.getOrDefault(send.elementId(), runDate);
      var channel = channels.get(send.channel());
      boolean moved = channel != null && channel.businessDaysOnly();
      taker.take(moved ? days.orNext(date) : date, send.channel(), send.customers());
    }
  }

  /** When a run of this date comes to each block; where ways join, with the last of them. */
  private Map<String, LocalDate> reached(LocalDate runDate, WorkingDays days) {
    var at = new HashMap<String, LocalDate>();
    for (var place : ways.places()) {
      var date = at.getOrDefault(place.id(), runDate);
      var leaves = place.waits() ? days.after(date, place.pause()) : date;
      for (var line : place.out()) {
        at.merge(line.to(), leaves, (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return at;
  }
}
