package io.waybot.runtime.engine;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an engine lives: {@link EmbeddedEngine} or {@link ClusterEngine}. */
interface EngineHost {
  /**
   * Looks whether starting can succeed at all, before anything else starts.
   *
   * @throws EngineNotStartable when a person has to change something first
   */
  void refuseImpossible();

  /** Starts it unless it already runs; answers the engine's id. */
  UUID start();

  /** Returns when it takes commands. */
  void awaitReady() throws InterruptedException, EngineDied;

  /** One look; the exporter's lag, or null when the engine does not say. */
  @Nullable Long check() throws EngineDied;

  /**
   * Puts its clock forward, never back, so that timers become due.
   *
   * @throws IOException when it does not answer
   */
  void clockTo(Instant wanted) throws IOException;

  /** The child process, if there is one. */
  @Nullable Long pid();

  void stop();

  /** Our side ends; an engine that still runs goes on. */
  void leave();
}
