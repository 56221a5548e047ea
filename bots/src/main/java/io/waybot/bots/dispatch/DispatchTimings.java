package io.waybot.bots.dispatch;

import io.waybot.connectors.channel.ChannelGateway;
import java.time.Duration;

/**
 * How long things may take.
 *
 * @param lease how long a mark counts as "may be on its way" without news; longer than {@code
 *     markValid} and the longest call together
 * @param markValid a mark older than this is not used: the row is judged again
 * @param backOff the first pause after a call that did not arrive; doubled each time, at most a
 *     minute
 * @param parallel calls at a time per channel
 * @param maxUncertain calls of one row that may have arrived, before it is given up as UNKNOWN
 */
record DispatchTimings(
    Duration lease, Duration markValid, Duration backOff, int parallel, int maxUncertain) {
  static final DispatchTimings STANDARD =
      new DispatchTimings(
          Duration.ofSeconds(ChannelGateway.LONGEST_CALL_SECONDS + 22L),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          16,
          8);

  Duration pause(int attempts) {
    var pause = backOff.multipliedBy(1L << Math.min(10, Math.max(0, attempts - 1)));
    var longest = Duration.ofMinutes(1);
    return pause.compareTo(longest) > 0 ? longest : pause;
  }
}
