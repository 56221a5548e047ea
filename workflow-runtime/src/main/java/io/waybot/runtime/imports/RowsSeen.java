package io.waybot.runtime.imports;

import java.util.concurrent.atomic.AtomicLong;

/** How far an import is, and whether it is still ours; read by the thread that renews the lease. */
class RowsSeen {
  private final AtomicLong rows = new AtomicLong();
  private volatile boolean stopped;

  /** Counts one more row; the first is 1. */
  long next() {
    return rows.incrementAndGet();
  }

  long count() {
    return rows.get();
  }

  /** The lease ran out and another node took the import over, or this node is going down. */
  void stop() {
    stopped = true;
  }

  /**
   * To be called between batches.
   *
   * @throws StoppedImport if this node must not go on
   */
  void requireOurs() {
    if (stopped) {
      throw new StoppedImport();
    }
  }

  static final class StoppedImport extends RuntimeException {
    StoppedImport() {
      super("this node may not go on with the import");
    }
  }
}
