package io.waybot.demo.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a piece of work on a thread of its own; waits longer and longer while Waybot is away, and
 * never gives up.
 */
final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final String name;
  private final Duration pause;
  private final Work work;
  private final Thread thread;

  interface Work {
    void once() throws IOException;
  }

  private Loop(String name, Duration pause, Work work) {
    this.name = name;
    this.pause = pause;
    this.work = work;
    this.thread = Thread.ofVirtual().name("world-" + name).unstarted(this::run);
  }

  static Loop every(Duration pause, String name, Work work) {
    var loop = new Loop(name, pause, work);
    loop.thread.start();
    return loop;
  }

  private void run() {
    var next = pause;
    boolean failing = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        work.once();
        next = pause;
        failing = false;
      } catch (IOException | UncheckedIOException e) {
        if (!failing) {
          LOG.info("{}: Waybot is away ({}), trying again", name, e.getMessage());
        }
        failing = true;
        next = longer(next);
      } catch (RuntimeException e) {
        LOG.error("{} failed, trying again", name, e);
        next = longer(next);
      }
      try {
        Thread.sleep(next);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static Duration longer(Duration pause) {
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
