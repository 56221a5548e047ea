package io.waybot.runtime.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps an engine at hand: starts it, watches it, starts it again with growing pauses when it dies,
 * stops it with us. It starts in the background; who needs the engine waits for {@link EngineReady}
 * or asks {@link Engine#status()}.
 */
@Component
class EngineSupervisor implements SmartLifecycle {
  /** Before the robots (default phase) and after them when stopping. */
  static final int PHASE = -100;

  private static final Logger LOG = LoggerFactory.getLogger(EngineSupervisor.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration PROVEN = Duration.ofMinutes(1);

  private final EngineSettings settings;
  private final EngineHost host;
  private final ApplicationEventPublisher events;
  private final AtomicBoolean wanted = new AtomicBoolean();
  private volatile EngineStatus status;
  private @Nullable Thread watcher;

  EngineSupervisor(EngineSettings settings, EngineHost host, ApplicationEventPublisher events) {
    this.settings = settings;
    this.host = host;
    this.events = events;
    this.status = EngineStatus.initial(settings.mode());
  }

  EngineStatus status() {
    return status;
  }

  @Override
  public void start() {
    host.refuseImpossible();
    wanted.set(true);
    watcher = Thread.ofPlatform().name("engine-supervisor").daemon().start(this::keep);
  }

  @Override
  public void stop() {
    endWatch();
    host.stop();
    host.leave();
    status = status.down("stopped");
  }

  /** Leaves the engine running, as an application does that is killed. */
  void abandon() {
    endWatch();
    host.leave();
  }

  private void endWatch() {
    wanted.set(false);
    if (watcher != null) {
      watcher.interrupt();
      try {
        watcher.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return wanted.get();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private void keep() {
    var pause = FIRST_PAUSE;
    while (wanted.get()) {
      long began = System.nanoTime();
      var why = runUntilItDies();
      if (why == null) {
        return; // stop() wants us to end
      }
      pause = System.nanoTime() - began > PROVEN.toNanos() ? FIRST_PAUSE : pause;
      status = status.down(why);
      LOG.warn("engine down, tried again in {} s: {}", pause.toSeconds(), why);
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        return;
      }
      pause = min(pause.multipliedBy(2));
    }
  }

  /** Why it is down; null when we were asked to end. */
  private @Nullable String runUntilItDies() {
    try {
      bringUp();
      watch();
      return null;
    } catch (EngineDied e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      return null;
    } catch (RuntimeException e) {
      LOG.error("engine cannot be started", e);
      return String.valueOf(e.getMessage());
    }
  }

  private void bringUp() throws InterruptedException, EngineDied {
    var id = host.start();
    status = status.starting(id, host.pid());
    host.awaitReady();
    status = status.up(null);
    LOG.info("engine ready mode={} engine={}", settings.mode(), id);
    events.publishEvent(new EngineReady(id));
  }

  private void watch() throws InterruptedException, EngineDied {
    while (wanted.get()) {
      Thread.sleep(Duration.ofSeconds(1));
      status = status.up(host.check());
    }
  }

  private static Duration min(Duration pause) {
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
