package io.waybot.runtime.robot;

import io.waybot.bots.Robot;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** All robots of this installation by job type. */
@Component
public class Robots {
  private final Map<String, Robot<?, ?>> byType = new TreeMap<>();

  Robots(List<Robot<?, ?>> robots) {
    for (var robot : robots) {
      var other = byType.put(robot.jobType(), robot);
      if (other != null) {
        throw new IllegalStateException(
            robot.getClass() + " and " + other.getClass() + " both work on " + robot.jobType());
      }
    }
  }

  public Collection<String> types() {
    return byType.keySet();
  }

  Collection<Robot<?, ?>> all() {
    return byType.values();
  }
}
