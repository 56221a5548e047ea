package io.waybot.bots.dispatch;

import io.waybot.connectors.channel.ChannelGateway;
import io.waybot.connectors.channel.Fate;
import io.waybot.db.content.Channels;
import io.waybot.db.dispatch.DueSend;
import io.waybot.db.dispatch.DueSends;
import io.waybot.db.dispatch.Settlement;
import io.waybot.db.dispatch.Settlements;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;

/**
 * Resolves rows whose sender is gone, by what the channel can tell: send again, ask, or leave to a
 * person.
 */
final class Recovery {
  private static final int AT_ONCE = 200;
  private static final String LOST = "the sender was gone before the answer";

  private final DueSends sends;
  private final Settlements settlements;
  private final Channels channels;
  private final DispatchTimings timings;
  private final Clock clock;

  Recovery(
      DueSends sends,
      Settlements settlements,
      Channels channels,
      DispatchTimings timings,
      Clock clock) {
    this.sends = sends;
    this.settlements = settlements;
    this.channels = channels;
    this.timings = timings;
    this.clock = clock;
  }

  /** Answers how many rows were resolved. */
  int resolve(ChannelGateway gateway) {
    var lease = sends.lease(timings.lease());
    var orphans = sends.orphans(lease, gateway.channel(), AT_ONCE);
    var settled = new ArrayList<Settlement>();
    for (var send : orphans) {
      settled.add(
          switch (gateway.kind()) {
            case IDEMPOTENT ->
                send.doubts() + 1 >= timings.maxUncertain()
                    ? new Settlement.Unclear(send, LOST)
                    : new Settlement.Repeat(send, clock.instant(), LOST);
            case QUERYABLE -> ask(gateway, send);
            case PLAIN, OWN_TABLE -> new Settlement.Unclear(send, LOST);
          });
    }
    settlements.write(lease, settled);
    return settled.size();
  }

  private Settlement ask(ChannelGateway gateway, DueSend send) {
    Fate fate = gateway.query(send.key());
    return switch (fate) {
      case KNOWN -> new Settlement.Taken(send, null, cost(send));
      case FAILED -> new Settlement.Refused(send, "the provider could not deliver it");
      case ABSENT -> new Settlement.Again(send, clock.instant(), LOST);
      case SILENT -> new Settlement.Ask(send, "the provider gives no answer about it");
    };
  }

  private BigDecimal cost(DueSend send) {
    return channels.find(send.channel()).map(channel -> channel.costYuan()).orElse(BigDecimal.ZERO);
  }
}
