package io.waybot.runtime.robot;

import io.waybot.db.robot.Heartbeat;
import io.waybot.db.robot.RobotTable;
import jakarta.annotation.PreDestroy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says every five seconds that the robots of this node are alive, and what they have done. */
@Component
class RobotHeartbeats {
  private final RobotTable table;
  private final Robots robots;
  private final RobotTally tally;
  private final RobotHost host;
  private final Clock clock;
  private final Instant startedAt;
  private final String node;

  RobotHeartbeats(
      RobotTable table,
      Robots robots,
      RobotTally tally,
      RobotHost host,
      Clock clock,
      @Value("${waybot.node:}") String node,
      @Value("${server.port:8080}") int port) {
    this.table = table;
    this.robots = robots;
    this.tally = tally;
    this.host = host;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.node = node.isEmpty() ? hostName() + ":" + port : node;
  }

  @Scheduled(fixedDelay = 5000)
  void beat() {
    if (!host.isRunning()) {
      return;
    }
    table.beat(robots.types().stream().map(this::heartbeat).toList());
  }

  private Heartbeat heartbeat(String type) {
    var counts = tally.of(type);
    return new Heartbeat(
        node,
        type,
        startedAt,
        clock.instant(),
        counts.done().sum(),
        counts.failed().sum(),
        counts.busyMillis().sum(),
        counts.active().get());
  }

  @PreDestroy
  void leave() {
    table.leave(node);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
