package io.waybot.runtime.robot;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/**
 * What the robots of this node have done since it started. Meter {@code robot.work}: timer,
 * seconds; tags robot (job type) and outcome (done, parked, refused, transient, permanent).
 */
@Component
class RobotTally {
  private final MeterRegistry meters;
  private final Map<String, Counts> counts = new ConcurrentHashMap<>();

  RobotTally(MeterRegistry meters) {
    this.meters = meters;
  }

  record Counts(LongAdder done, LongAdder failed, LongAdder busyMillis, AtomicInteger active) {
    Counts() {
      this(new LongAdder(), new LongAdder(), new LongAdder(), new AtomicInteger());
    }
  }

  Counts of(String robot) {
    return counts.computeIfAbsent(robot, type -> new Counts());
  }

  void worked(String robot, String outcome, Duration took) {
    var count = of(robot);
    (outcome.equals("transient") || outcome.equals("permanent") ? count.failed() : count.done())
        .increment();
    count.busyMillis().add(took.toMillis());
    meters.timer("robot.work", "robot", robot, "outcome", outcome).record(took);
  }

  int active() {
    return counts.values().stream().mapToInt(count -> count.active().get()).sum();
  }
}
