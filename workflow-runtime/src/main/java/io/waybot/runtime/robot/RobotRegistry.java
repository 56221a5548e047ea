package io.waybot.runtime.robot;

import io.waybot.db.robot.Heartbeat;
import io.waybot.db.robot.RobotTable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The robots as an operator sees them: which live where, what they did, which are paused. */
@Component
public class RobotRegistry {
  private static final Duration SILENT = Duration.ofSeconds(20);

  private final RobotTable table;
  private final Robots robots;
  private final RobotHost host;
  private final Clock clock;

  RobotRegistry(RobotTable table, Robots robots, RobotHost host, Clock clock) {
    this.table = table;
    this.robots = robots;
    this.host = host;
    this.clock = clock;
  }

  /** One robot on one node. */
  public record Row(Heartbeat heartbeat, boolean alive, boolean paused) {}

  public List<Row> rows() {
    var paused = table.paused();
    var oldest = clock.instant().minus(SILENT);
    return table.heartbeats().stream()
        .map(beat -> new Row(beat, beat.seenAt().isAfter(oldest), paused.contains(beat.robot())))
        .toList();
  }

  /** How many robots this installation has, and how many of them take steps on this node. */
  public record Count(int types, int running) {}

  public Count count() {
    return new Count(robots.types().size(), host.open());
  }

  /**
   * Takes no new steps of this robot, on any node within seconds; steps in hand end.
   *
   * @throws IllegalArgumentException when there is no such robot
   */
  public void pause(String robot, String by) {
    known(robot);
    table.pause(robot, by, clock.instant());
    host.openAndClose();
  }

  public void resume(String robot) {
    known(robot);
    table.resume(robot);
    host.openAndClose();
  }

  private void known(String robot) {
    if (!robots.types().contains(robot)) {
      throw new IllegalArgumentException("There is no robot " + robot);
    }
  }
}
