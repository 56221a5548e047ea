package io.waybot.runtime.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the engine is, as last seen.
 *
 * @param engineId scopes every key the engine hands out; null until the engine was first reached
 * @param exporterLag log positions that have not reached this application; null when the engine
 *     does not say
 * @param pid of the child process; null in a cluster or when it is down
 * @param reason why it is not UP; null when it is
 */
public record EngineStatus(
    State state,
    EngineSettings.Mode mode,
    @Nullable UUID engineId,
    @Nullable Long exporterLag,
    @Nullable Long pid,
    @Nullable String reason) {

  /** Up, on its way, or not there. */
  public enum State {
    UP,
    STARTING,
    DOWN
  }

  static EngineStatus initial(EngineSettings.Mode mode) {
    return new EngineStatus(State.STARTING, mode, null, null, null, null);
  }

  EngineStatus starting(UUID id, @Nullable Long pid) {
    return new EngineStatus(State.STARTING, mode, id, null, pid, null);
  }

  EngineStatus up(@Nullable Long lag) {
    return new EngineStatus(State.UP, mode, engineId, lag, pid, null);
  }

  EngineStatus down(String why) {
    return new EngineStatus(State.DOWN, mode, engineId, null, null, why);
  }

  /** True when it takes commands. */
  public boolean isUp() {
    return state == State.UP;
  }
}
