package io.waybot.runtime.engine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The distribution as our own child process. */
class EmbeddedEngine implements EngineHost {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration CLOCKS_AGREE = Duration.ofSeconds(1);
  private static final int SILENT_LOOKS =
      45; // about a minute: a long garbage collection is no death

  private final EngineFiles files;
  private final EngineProcess process;
  private final EngineProbe probe;
  private final EngineTopology topology;
  private final Supplier<EngineLine> line;
  private volatile @Nullable ProcessHandle running;
  private int silent;
  private @Nullable Long lag;

  EmbeddedEngine(
      EngineFiles files,
      EngineProcess process,
      EngineProbe probe,
      EngineTopology topology,
      Supplier<EngineLine> line) {
    this.files = files;
    this.process = process;
    this.probe = probe;
    this.topology = topology;
    this.line = line;
  }

  @Override
  public void refuseImpossible() {
    files.claim();
    Objects.requireNonNull(line.get()); // throws when the distribution or the exporter is missing
    process.refuseTakenPorts();
  }

  @Override
  public UUID start() {
    files.prepare();
    var wanted = line.get();
    silent = 0;
    running = process.startOrAdopt(wanted);
    return wanted.engineId();
  }

  @Override
  public void awaitReady() throws InterruptedException, EngineDied {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (!probe.ready() || !topology.hasLeader()) {
      refuseDead();
      if (System.nanoTime() > deadline) {
        stop();
        throw new EngineDied(
            "not ready after "
                + READY_WITHIN.toSeconds()
                + " s, see "
                + files.dir().resolve("logs"));
      }
      Thread.sleep(Duration.ofMillis(300));
    }
  }

  @Override
  public @Nullable Long check() throws EngineDied {
    refuseDead();
    silent = probe.ready() ? 0 : silent + 1;
    if (silent > SILENT_LOOKS) {
      stop();
      throw new EngineDied("it runs but has not answered for a minute");
    }
    try {
      var exporter = probe.exporter();
      if (exporter.closed()) {
        stop();
        throw new EngineDied("it gave up its exporter, no event arrives any more");
      }
      lag = exporter.lag();
    } catch (IOException e) {
      lag = null; // counted as silent above; the readiness question went the same way
    }
    return lag;
  }

  @Override
  public void clockTo(Instant wanted) throws IOException {
    var ahead = Duration.between(probe.clock(), wanted);
    if (ahead.compareTo(CLOCKS_AGREE) > 0) {
      probe.addToClock(ahead);
    }
  }

  @Override
  public @Nullable Long pid() {
    var process = running;
    return process == null ? null : process.pid();
  }

  @Override
  public void stop() {
    var process = running;
    if (process != null) {
      this.process.stop(process);
      running = null;
    }
  }

  @Override
  public void leave() {
    files.release();
  }

  private void refuseDead() throws EngineDied {
    var process = running;
    if (process == null || !process.isAlive()) {
      running = null;
      throw new EngineDied(
          "its process ended, see " + files.output() + " and " + files.dir().resolve("logs"));
    }
  }
}
