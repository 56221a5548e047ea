package io.waybot.bots.dispatch;

import io.waybot.connectors.channel.Answer;
import io.waybot.connectors.channel.ChannelGateway;
import io.waybot.db.content.Channel;
import io.waybot.db.content.CrashKind;
import io.waybot.db.dispatch.DueSend;
import io.waybot.db.dispatch.Lease;
import io.waybot.db.dispatch.Settlement;
import io.waybot.db.dispatch.Settlements;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a gateway for marked sends and writes down what became of each. */
final class Caller {
  private static final Logger LOG = LoggerFactory.getLogger(Caller.class);

  private final MessageWriter writer;
  private final Settlements settlements;
  private final KillSwitch killSwitch;
  private final DispatchTimings timings;
  private final Clock clock;

  Caller(
      MessageWriter writer,
      Settlements settlements,
      KillSwitch killSwitch,
      DispatchTimings timings,
      Clock clock) {
    this.writer = writer;
    this.settlements = settlements;
    this.killSwitch = killSwitch;
    this.timings = timings;
    this.clock = clock;
  }

  /**
   * @param markedAt {@link System#nanoTime} before the mark: a call begins within its validity or
   *     not at all
   */
  void callAll(
      ChannelGateway gateway,
      Lease lease,
      Channel channel,
      List<MarkedSend> marked,
      long markedAt) {
    if (marked.isEmpty()) {
      return;
    }
    var settled = new ArrayList<Settlement>(marked.size());
    var letters = write(marked, settled);
    var late = clock.instant();
    inParallel(
        letters.stream()
            .map(letter -> new FutureTask<>(() -> call(gateway, channel, letter, markedAt, late)))
            .toList(),
        settled);
    settlements.write(lease, settled);
    count(channel, settled);
  }

  /** A marked send in words. */
  private record Letter(MarkedSend marked, MessageWriter.Written written) {}

  /**
   * @param settled gets those that cannot be written
   */
  private List<Letter> write(List<MarkedSend> marked, List<Settlement> settled) {
    var batch = writer.batch();
    var letters = new ArrayList<Letter>(marked.size());
    for (var send : marked) {
      try {
        letters.add(new Letter(send, batch.write(send)));
      } catch (Unrenderable e) {
        settled.add(new Settlement.Refused(send.send(), e.why().text()));
      }
    }
    return letters;
  }

  /** A few callers, each of which makes the next call when its last is over. */
  private void inParallel(List<FutureTask<Settlement>> calls, List<Settlement> settled) {
    var next = new AtomicInteger();
    Runnable caller =
        () -> {
          int turn = next.getAndIncrement();
          while (turn < calls.size() && !Thread.currentThread().isInterrupted()) {
            calls.get(turn).run();
            turn = next.getAndIncrement();
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < Math.min(timings.parallel(), calls.size()); i++) {
        threads.execute(caller);
      }
      collect(calls, settled);
    }
  }

  /**
   * An error of ours stops the batch: its rows stay marked and are resolved when the lease ends.
   */
  private static void collect(List<FutureTask<Settlement>> calls, List<Settlement> settled) {
    try {
      for (var call : calls) {
        settled.add(call.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a send ended without an answer", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    }
  }

  /**
   * @param late when a row is due again whose mark has become too old
   */
  private Settlement call(
      ChannelGateway gateway, Channel channel, Letter letter, long markedAt, Instant late) {
    var send = letter.marked().send();
    boolean stale = System.nanoTime() - markedAt > timings.markValid().toNanos();
    boolean rehearsal = send.markedOn() == null;
    if (!rehearsal && (stale || killSwitch.stops(send))) {
      return new Settlement.Again(send, late, null);
    }
    Answer answer;
    try {
      answer = gateway.send(letter.written().message());
    } catch (RuntimeException e) {
      LOG.error("gateway {} broke its contract", gateway.channel(), e);
      answer = new Answer.Ambiguous(e.getClass().getSimpleName());
    }
    var pause = timings.pause(send.attempts());
    return switch (answer) {
      case Answer.Accepted a ->
          new Settlement.Taken(
              send,
              a.providerId(),
              rehearsal
                  ? BigDecimal.ZERO
                  : channel.costYuan().multiply(BigDecimal.valueOf(letter.written().parts())));
      case Answer.Rejected r -> new Settlement.Refused(send, r.reason());
      case Answer.Busy b -> new Settlement.Again(send, clock.instant().plus(pause), b.reason());
      case Answer.Ambiguous a -> unclear(gateway.kind(), send, a.reason());
    };
  }

  private Settlement unclear(CrashKind kind, DueSend send, String reason) {
    return switch (kind) {
      case IDEMPOTENT ->
          send.doubts() + 1 >= timings.maxUncertain()
              ? new Settlement.Unclear(send, reason)
              : new Settlement.Repeat(
                  send, clock.instant().plus(timings.pause(send.attempts())), reason);
      case QUERYABLE -> new Settlement.Ask(send, reason);
      case PLAIN, OWN_TABLE -> new Settlement.Unclear(send, reason);
    };
  }

  private static void count(Channel channel, List<Settlement> settled) {
    if (LOG.isDebugEnabled()) {
      long taken = settled.stream().filter(Settlement.Taken.class::isInstance).count();
      LOG.debug("channel={} called={} taken={}", channel.code(), settled.size(), taken);
    }
  }
}
