package io.waybot.bots.dispatch;

import io.waybot.connectors.channel.ChannelGateway;
import io.waybot.connectors.channel.Gateways;
import io.waybot.db.content.Channels;
import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.DueSends;
import io.waybot.db.dispatch.Settlements;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends in the background what robots put into the ledger: a few threads per connected channel, one
 * that resolves rows left behind, one that ends blocks. Any number of nodes may run it.
 */
@Component
class Dispatcher implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration SELDOM = Duration.ofSeconds(2);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final int PLAIN_THREADS = 4;

  private final Gateways gateways;
  private final Channels channels;
  private final DueSends sends;
  private final Settlements settlements;
  private final SendGate gate;
  private final MessageWriter writer;
  private final KillSwitch killSwitch;
  private final StepCloser closer;
  private final Clock clock;
  private final boolean autostart;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  Dispatcher(
      Gateways gateways,
      Channels channels,
      DueSends sends,
      Settlements settlements,
      SendGate gate,
      MessageWriter writer,
      KillSwitch killSwitch,
      StepCloser closer,
      Clock clock,
      @Value("${waybot.dispatch.autostart:true}") boolean autostart) {
    this.gateways = gateways;
    this.channels = channels;
    this.sends = sends;
    this.settlements = settlements;
    this.gate = gate;
    this.writer = writer;
    this.killSwitch = killSwitch;
    this.closer = closer;
    this.clock = clock;
    this.autostart = autostart;
  }

  Lane lane(ChannelGateway gateway, DispatchTimings timings) {
    var caller = new Caller(writer, settlements, killSwitch, timings, clock);
    return new Lane(gateway, channels, sends, gate, caller, killSwitch, timings, clock);
  }

  Recovery recovery(DispatchTimings timings) {
    return new Recovery(sends, settlements, channels, timings, clock);
  }

  @Override
  public void start() {
    running = true;
    var recovery = recovery(DispatchTimings.STANDARD);
    for (var gateway : gateways.all()) {
      var lane = lane(gateway, DispatchTimings.STANDARD);
      int count = gateway.kind() == CrashKind.PLAIN ? PLAIN_THREADS : 1;
      for (int i = 1; i <= count; i++) {
        loop("send-" + gateway.channel() + "-" + i, IDLE, lane::turn);
      }
      loop("resolve-" + gateway.channel(), SELDOM, () -> recovery.resolve(gateway) > 0);
    }
    var rehearsing =
        gateways.all().stream().map(gateway -> lane(gateway, DispatchTimings.STANDARD)).toList();
    loop("rehearse", IDLE, () -> rehearsing.stream().filter(Lane::rehearse).count() > 0);
    loop(
        "close-dispatches",
        IDLE,
        () -> {
          closer.turn();
          return false;
        });
  }

  private void loop(String name, Duration idle, BooleanSupplier turn) {
    threads.add(
        Thread.ofPlatform()
            .name(name)
            .start(() -> {
              while (running) {
                var pause = Duration.ZERO;
                try {
                  pause = turn.getAsBoolean() ? Duration.ZERO : idle;
                } catch (RuntimeException e) {
                  if (running) {
                    LOG.warn("{} will try again", name, e);
                  }
                  pause = AFTER_FAILURE;
                }
                if (running && !pause.isZero()) {
                  LockSupport.parkNanos(pause.toNanos());
                }
              }
            }));
  }

  /** Lets calls under way end and begins no more. */
  @Override
  public void stop() {
    running = false;
    threads.forEach(LockSupport::unpark);
    for (var thread : threads) {
      try {
        thread.join(Duration.ofSeconds(ChannelGateway.LONGEST_CALL_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    threads.clear();
  }

  /** A node can leave sending to others. */
  @Override
  public boolean isAutoStartup() {
    return autostart;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
