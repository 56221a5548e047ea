package io.waybot.runtime.journey.lint;

import java.util.Optional;

/** The robots this installation has. */
public interface KnownRobots {
  Optional<RobotShape> find(String job);
}
