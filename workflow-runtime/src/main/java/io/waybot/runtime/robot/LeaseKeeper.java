package io.waybot.runtime.robot;

import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineAway;
import io.waybot.runtime.engine.EngineRefused;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renews the lease of jobs that are being worked, and interrupts work that takes too long. */
@Component
class LeaseKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

  private final Engine engine;
  private final RobotSettings settings;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().name("lease-", 1).daemon().factory());

  LeaseKeeper(Engine engine, RobotSettings settings) {
    this.engine = engine;
    this.settings = settings;
  }

  /** A job in somebody's hands; closing it ends the renewals. */
  interface Lease extends AutoCloseable {
    /** True when the work took longer than allowed and was interrupted. */
    boolean overdue();

    @Override
    void close();
  }

  /** Keeps the job with the calling thread until the lease is closed. */
  Lease hold(long jobKey) {
    return new Held(jobKey, Thread.currentThread());
  }

  /**
   * Asks the engine not to hand a parked job out again soon; only a convenience, so nothing depends
   * on it.
   */
  void extendParked(long jobKey) {
    extend(jobKey, settings.parkedLease());
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }

  private void extend(long jobKey, Duration lease) {
    try {
      engine.extend(jobKey, lease);
    } catch (EngineAway | EngineRefused e) {
      LOG.debug(
          "lease not renewed job={}",
          jobKey,
          e); // then the job is delivered again, which the ledger bears
    }
  }

  private final class Held implements Lease {
    private final long jobKey;
    private final Thread worker;
    private final long deadline = System.nanoTime() + settings.longestWork().toNanos();
    private final java.util.concurrent.ScheduledFuture<?> renewal;
    private volatile boolean overdue;
    private boolean closed;

    Held(long jobKey, Thread worker) {
      this.jobKey = jobKey;
      this.worker = worker;
      long third = settings.lease().toMillis() / 3;
      renewal = timer.scheduleAtFixedRate(this::renew, third, third, TimeUnit.MILLISECONDS);
    }

    private void renew() {
      if (System.nanoTime() > deadline) {
        interrupt();
      } else {
        extend(jobKey, settings.lease());
      }
    }

    private synchronized void interrupt() {
      if (!closed && !overdue) {
        overdue = true;
        worker.interrupt();
      }
    }

    @Override
    public boolean overdue() {
      return overdue;
    }

    @Override
    public synchronized void close() {
      closed = true;
      renewal.cancel(false);
      if (overdue) {
        Thread.interrupted(); // the worker thread is used again and must not inherit the interrupt
      }
    }
  }
}
