package io.waybot.bots.dispatch;

import io.waybot.db.dispatch.DueSend;
import io.waybot.db.dispatch.StopOrders;
import io.waybot.db.dispatch.StopOrders.Scope;
import io.waybot.db.dispatch.StopOrders.StopOrder;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The stop orders in force, read again every second and asked before each call. */
@Component
class KillSwitch {
  static final Duration FRESH = Duration.ofSeconds(1);

  private record Snapshot(List<StopOrder> orders, long readAt) {}

  private final StopOrders stops;
  private volatile Snapshot snapshot;

  KillSwitch(StopOrders stops) {
    this.stops = stops;
    this.snapshot = new Snapshot(List.of(), System.nanoTime() - FRESH.toNanos());
  }

  /** Whether nothing at all may be sent on the channel. */
  boolean stopsChannel(String channel) {
    return current().stream()
        .anyMatch(o ->
            o.scope() == Scope.ALL || (o.scope() == Scope.CHANNEL && o.target().equals(channel)));
  }

  boolean stops(DueSend send) {
    return current().stream().anyMatch(order -> order.stops(send));
  }

  private List<StopOrder> current() {
    var last = snapshot;
    if (System.nanoTime() - last.readAt() >= FRESH.toNanos()) {
      long now = System.nanoTime();
      last = new Snapshot(stops.active(), now);
      snapshot = last;
    }
    return last.orders();
  }

  /** Reads again at the next question; for whoever has just given an order. */
  void forget() {
    snapshot = new Snapshot(List.of(), System.nanoTime() - FRESH.toNanos());
  }
}
