package io.waybot.bots.template;

import io.waybot.bots.Robot;

/** What the catalogue must know of a robot. */
record RobotType(
    String job, Class<? extends Record> inputType, Class<? extends Record> outputType) {
  static RobotType of(Robot<?, ?> robot) {
    return new RobotType(robot.jobType(), robot.inputType(), robot.outputType());
  }
}
