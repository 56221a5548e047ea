package io.waybot.bots.dispatch;

import io.waybot.db.dispatch.DueSend;
import io.waybot.db.dispatch.StopOrders;
import io.waybot.db.dispatch.StopOrders.Scope;
import io.waybot.db.dispatch.StopOrders.StopOrder;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The stop orders in force, read again every second and asked before each call. */
@Component
class KillSwitch {
  static final Duration FRESH = Duration.ofSeconds(1);

  private record Snapshot(List<StopOrder> orders, long readAt) {}

  private final StopOrders stops;
  private final LongSupplier nanos;
  private volatile Snapshot snapshot;

  @Autowired
  KillSwitch(StopOrders stops) {
    this(stops, System::nanoTime);
  }

  /**
   * @param nanos technical time, as {@link System#nanoTime}
   */
  KillSwitch(StopOrders stops, LongSupplier nanos) {
    this.stops = stops;
    this.nanos = nanos;
    this.snapshot = old();
  }

  private Snapshot old() {
    return new Snapshot(List.of(), nanos.getAsLong() - FRESH.toNanos());
  }

  /** Whether nothing at all may be sent on the channel. */
  boolean stopsChannel(String channel) {
    return current().stream()
        .anyMatch(o ->
            o.scope() == Scope.ALL || (o.scope() == Scope.CHANNEL && o.target().equals(channel)));
  }

  boolean stops(DueSend send) {
    for (var order : current()) { // asked twice for each send
      if (order.stops(send)) {
        return true;
      }
    }
    return false;
  }

  private List<StopOrder> current() {
    var last = snapshot;
    long now = nanos.getAsLong();
    if (now - last.readAt() >= FRESH.toNanos()) {
      last = new Snapshot(stops.active(), now);
      snapshot = last;
    }
    return last.orders();
  }

  /** Reads again at the next question; for whoever has just given an order. */
  void forget() {
    snapshot = old();
  }
}
