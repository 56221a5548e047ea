package io.waybot.db.customer;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Reads chunk after chunk so that the database works on the next one while the rows of the last are
 * looked at: two chunks at a time, each handed over when its turn has come.
 */
final class ReadAhead {
  private static final int AT_A_TIME = 2;

  private ReadAhead() {}

  /** Reads one chunk. */
  @FunctionalInterface
  interface Reader {
    /**
     * @param turn to be called when the database has answered, before the first row is handed over
     */
    void read(NumberRange range, Runnable turn);
  }

  /** Returns when all are read, in order; a failure ends it and is thrown. */
  static void each(List<NumberRange> ranges, Reader reader) {
    if (ranges.size() < 2) {
      ranges.forEach(range -> reader.read(range, () -> {}));
      return;
    }
    var done =
        IntStream.range(0, ranges.size()).mapToObj(i -> new CompletableFuture<Void>()).toList();
    try (var threads =
        Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofPlatform().name("read-ahead-", 1).daemon().factory())) {
      var reads =
          IntStream.range(0, ranges.size())
              .mapToObj(i -> threads.submit(() -> read(ranges, i, reader, done)))
              .toList();
      reads.forEach(ReadAhead::finish);
    }
  }

  private static void read(
      List<NumberRange> ranges, int i, Reader reader, List<CompletableFuture<Void>> done) {
    Runnable turn = i == 0 ? () -> {} : done.get(i - 1)::join;
    try {
      reader.read(ranges.get(i), turn);
      turn.run(); // without rows nobody may have asked
      done.get(i).complete(null);
    } catch (RuntimeException | Error e) {
      done.get(i).cancel(false); // nobody after us is handed over
      throw e;
    }
  }

  private static void finish(Future<?> read) {
    try {
      read.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Error error -> throw error;
        case RuntimeException failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while reading");
    }
  }
}
