package io.waybot.runtime.engine;

import io.waybot.runtime.clock.DemoClock;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets the engine's clock go along with the demo's, so that waits of days end when the days have
 * passed. An engine forgets its moves when it ends: each time it is ready it is told them again. In
 * a bank there is no demo clock and nothing to tell.
 */
@Component
public class EngineClock {
  private static final Logger log = LoggerFactory.getLogger(EngineClock.class);

  private final EngineHost host;
  private final ObjectProvider<DemoClock> demo;

  EngineClock(EngineHost host, ObjectProvider<DemoClock> demo) {
    this.host = host;
    this.demo = demo;
  }

  @EventListener(EngineReady.class)
  @Order(Ordered.HIGHEST_PRECEDENCE)
  public void follow() {
    demo.ifAvailable(clock -> {
      try {
        host.clockTo(clock.machineTimeWithMoves());
      } catch (IOException e) {
        log.warn("engine's clock is moved when it is back", e);
      }
    });
  }
}
