package io.waybot.e2e.bench;

import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.Draft;
import io.waybot.runtime.journey.JourneyService;
import io.waybot.runtime.rehearsal.LiveCount;
import io.waybot.runtime.rehearsal.LiveCounts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How long a planner at the journey waits for its numbers, in seconds by block. */
@Component
class BenchCounts {
  private static final int MINUTES = 5;
  private static final String ARMS = "<zeebe:input source=\"10\" target=\"controlPercent\"/>";

  private final JourneyService journeys;
  private final LiveCounts counts;

  BenchCounts(JourneyService journeys, LiveCounts counts) {
    this.journeys = journeys;
    this.counts = counts;
  }

  private record Told(LiveCount count, long at) {}

  /**
   * Opens the journey, which counts it from its list on, then changes its control arm, which counts
   * one block again.
   */
  Map<String, Double> seconds(UUID journey, SignedIn planner) throws InterruptedException {
    var seconds = new LinkedHashMap<String, Double>();
    var desk = counts.desk();
    var opened = journeys.open(journey, planner);
    count(desk, opened, "opened", seconds);
    var version = opened.version();
    var changed = version.bpmn().replace(ARMS, ARMS.replace("10", "20"));
    if (changed.equals(version.bpmn())) {
      throw new IllegalStateException("the journey has no control arm of ten percent");
    }
    journeys.save(
        journey, version.revision(), changed, version.settings(), planner, Locale.ENGLISH);
    count(desk, journeys.open(journey, planner), "changed", seconds);
    return seconds;
  }

  private static void count(
      LiveCounts.Desk desk, Draft draft, String name, Map<String, Double> seconds)
      throws InterruptedException {
    BlockingQueue<Told> heard = new LinkedBlockingQueue<>();
    long before = System.nanoTime();
    desk.count(draft, count -> heard.add(new Told(count, System.nanoTime())));
    for (int block = 1; ; block++) {
      var told = heard.poll(MINUTES, TimeUnit.MINUTES);
      if (told == null) {
        throw new IllegalStateException("not counted in " + MINUTES + " minutes");
      }
      if (told.count().complete()) {
        return;
      }
      seconds.put(name + "_" + block, Math.round((told.at() - before) / 1e7) / 100.0);
      before = told.at();
    }
  }
}
