package io.waybot.bots.allocate;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that share out numbered chunks of work; what comes of each chunk is the caller's. */
final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  Workers(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
  }

  void each(int chunks, IntConsumer work) {
    var next = new AtomicInteger();
    var running = new ArrayList<Future<?>>();
    for (int t = 0; t < Math.min(threads, chunks) - 1; t++) {
      running.add(pool.submit(() -> drain(next, chunks, work)));
    }
    drain(next, chunks, work);
    for (var other : running) {
      await(other);
    }
  }

  private static void drain(AtomicInteger next, int chunks, IntConsumer work) {
    for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
      work.accept(chunk);
    }
  }

  private static void await(Future<?> other) {
    try {
      other.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while allocating", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a part of the allocation failed", e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
