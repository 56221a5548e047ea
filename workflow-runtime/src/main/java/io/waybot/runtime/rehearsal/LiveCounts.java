package io.waybot.runtime.rehearsal;

import io.waybot.bots.RobotContext;
import io.waybot.db.imports.DataFreshness;
import io.waybot.db.run.RunKind;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.lint.JourneyLinter;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts customers on the lines of journeys while they are drawn, in the background. */
@Component
public class LiveCounts {
  private static final Logger log = LoggerFactory.getLogger(LiveCounts.class);
  private static final int AT_ONCE = 2;
  private static final int REMEMBERED = 24;

  private final ExecutorService background =
      Executors.newFixedThreadPool(
          AT_ONCE, Thread.ofPlatform().daemon().name("counting-", 1).factory());
  private final ForetoldStep robots;
  private final JourneyLinter linter;
  private final DataFreshness freshness;
  private final Clock clock;

  LiveCounts(ForetoldStep robots, JourneyLinter linter, DataFreshness freshness, Clock clock) {
    this.robots = robots;
    this.linter = linter;
    this.freshness = freshness;
    this.clock = clock;
  }

  /** For one planner at one journey. */
  public Desk desk() {
    return new Desk();
  }

  @PreDestroy
  void stop() {
    background.shutdownNow();
  }

  /** Remembers what was counted, so that only what a change touches is counted again. */
  public final class Desk {
    private final AtomicLong newest = new AtomicLong();
    private final Map<String, CountedLists.Known> memory =
        Collections.synchronizedMap(
            new LinkedHashMap<>() {
              @Override
              protected boolean removeEldestEntry(Map.Entry<String, CountedLists.Known> eldest) {
                return size() > REMEMBERED;
              }
            });

    /**
     * Counts a draft as it was saved; a counting that still goes on for an older one ends.
     *
     * @param told by another thread: what is known so far, the last time completely
     */
    public void count(Draft draft, Consumer<LiveCount> told) {
      long mine = newest.incrementAndGet();
      background.execute(() -> {
        try {
          counting(draft).run(() -> newest.get() == mine, told);
        } catch (RuntimeException e) {
          log.warn("journey={} not counted while drawing", draft.journey().key(), e);
        }
      });
    }

    /** Nobody looks any more. */
    public void leave() {
      newest.incrementAndGet();
    }

    private LiveCounting counting(Draft draft) {
      var version = draft.version();
      var nobody = new UUID(0, 0);
      var context =
          new RobotContext(
              nobody,
              nobody,
              RunKind.REHEARSAL.name(),
              draft.journey().id(),
              version.id(),
              draft.journey().key(),
              draft.journey().ownerOrg(),
              LocalDate.now(clock),
              nobody,
              "",
              1);
      var data =
          context.businessDate()
              + "/"
              + freshness.newest()
              + "/"
              + version.settings().toJson()
              + "/"
              + context.ownerOrg();
      return new LiveCounting(linter.ways(version.bpmn()), context, data, robots, memory);
    }
  }
}
