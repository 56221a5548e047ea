package io.waybot.runtime.journey.risk;

import io.waybot.runtime.journey.lint.RobotUse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which channels a drawing uses. */
final class DrawnChannels {
  private DrawnChannels() {}

  static Set<String> of(List<RobotUse> robots) {
    var channels = new TreeSet<String>();
    for (var robot : robots) {
      if (robot.is("dispatch")) {
        channels.add(robot.input("channel"));
      } else if (robot.is("create-leads")) {
        channels.add("branch");
      }
    }
    return channels;
  }
}
