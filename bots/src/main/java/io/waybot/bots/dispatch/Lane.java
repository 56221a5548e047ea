package io.waybot.bots.dispatch;

import io.waybot.connectors.channel.ChannelGateway;
import io.waybot.connectors.channel.RecordingGateway;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.DueSends;
import java.time.Clock;

/** One channel's way out: take and mark, call, settle. */
final class Lane {
  private static final int REHEARSAL_BATCH = 1_000;

  private final ChannelGateway gateway;
  private final ChannelGateway recording;
  private final Channels channels;
  private final DueSends sends;
  private final SendGate gate;
  private final Caller caller;
  private final KillSwitch killSwitch;
  private final DispatchTimings timings;
  private final Clock clock;
  private final RateLimit rate = new RateLimit();
  private final Pace pace;

  Lane(
      ChannelGateway gateway,
      Channels channels,
      DueSends sends,
      SendGate gate,
      Caller caller,
      KillSwitch killSwitch,
      DispatchTimings timings,
      Clock clock) {
    this.gateway = gateway;
    this.recording = new RecordingGateway(gateway.channel());
    this.channels = channels;
    this.sends = sends;
    this.gate = gate;
    this.caller = caller;
    this.killSwitch = killSwitch;
    this.timings = timings;
    this.pace = new Pace(timings.markValid());
    this.clock = clock;
  }

  String code() {
    return gateway.channel();
  }

  CrashKind kind() {
    return gateway.kind();
  }

  /** One round of rehearsed sends; true if there was something to do. */
  boolean rehearse() {
    var channel = channels.find(code());
    var round = channel.flatMap(c -> gate.rehearse(c, REHEARSAL_BATCH, timings.lease()));
    round.ifPresent(
        r -> caller.callAll(recording, r.lease(), channel.get(), r.marked(), System.nanoTime()));
    return round.isPresent();
  }

  /** One round; true if there was something to do, so that the next may follow at once. */
  boolean turn() {
    return channels.find(code()).filter(this::send).isPresent();
  }

  private boolean send(Channel channel) {
    if (channel.stopped() || killSwitch.stopsChannel(code())) {
      return false;
    }
    var opens = gate.opens(channel, clock.instant());
    if (opens.isEmpty() || opens.get().isAfter(clock.instant())) {
      opens.ifPresent(at -> sends.moveDue(code(), at));
      return false;
    }
    int permits = rate.take(channel.perMinute(), wanted(channel));
    if (permits == 0) {
      return false;
    }
    long markedAt = System.nanoTime();
    var round = gate.mark(channel, permits, timings.lease());
    rate.giveBack(permits - round.map(SendGate.Round::taken).orElse(0));
    round.ifPresent(r -> {
      caller.callAll(gateway, r.lease(), channel, r.marked(), markedAt);
      pace.took(r.taken(), System.nanoTime() - markedAt);
    });
    return round.isPresent();
  }

  private int wanted(Channel channel) {
    return gateway.kind() == CrashKind.PLAIN
        ? 1
        : Math.min(pace.atOnce(), RateLimit.batch(channel.perMinute()));
  }
}
