package io.waybot.runtime.engine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bank's own Camunda 8 cluster; somebody else starts and stops it. */
class ClusterEngine implements EngineHost {
  private static final int SILENT_LOOKS = 10;

  private final UUID id;
  private final EngineTopology topology;
  private int silent;

  ClusterEngine(UUID id, EngineTopology topology) {
    this.id = id;
    this.topology = topology;
  }

  @Override
  public void refuseImpossible() {
    // A cluster that is away at our start may be back in a minute: the supervisor waits for it.
  }

  @Override
  public UUID start() {
    silent = 0;
    return id;
  }

  @Override
  public void awaitReady() throws InterruptedException, EngineDied {
    if (!topology.hasLeader()) {
      throw new EngineDied("the cluster does not answer or has a partition without leader");
    }
  }

  @Override
  public @Nullable Long check() throws EngineDied {
    silent = topology.hasLeader() ? 0 : silent + 1;
    if (silent > SILENT_LOOKS) {
      throw new EngineDied("the cluster has not answered " + silent + " times in a row");
    }
    return null;
  }

  @Override
  public void clockTo(Instant wanted) {
    // A bank's cluster has the bank's time: in a demo on one, waits take as long as they take.
  }

  @Override
  public @Nullable Long pid() {
    return null;
  }

  @Override
  public void stop() {
    // Not ours to stop.
  }

  @Override
  public void leave() {
    // Nothing is held.
  }
}
