package io.waybot.runtime.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waybot.connectors.channel.Gateways;
import io.waybot.db.dispatch.DispatchLedger;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How sending keeps up. Meter {@code dispatch.pending.age}: gauge, seconds; tag channel; how long
 * the send that was due first has been waiting, 0 when nothing is due.
 */
@Component
class DispatchMeters {
  private final DispatchLedger ledger;
  private final Clock clock;

  DispatchMeters(MeterRegistry meters, Gateways gateways, DispatchLedger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
    for (var gateway : gateways.all()) {
      Gauge.builder("dispatch.pending.age", gateway.channel(), this::age)
          .tag("channel", gateway.channel())
          .baseUnit("seconds")
          .strongReference(true)
          .register(meters);
    }
  }

  private double age(String channel) {
    var now = clock.instant();
    return ledger
        .oldestDue(channel)
        .map(due -> Duration.between(due, now).toMillis() / 1000.0)
        .orElse(0.0);
  }
}
