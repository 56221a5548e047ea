package io.waybot.bots.event;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.event.EventDetections;
import io.waybot.db.event.EventDetections.Found;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Derives events and stages once per business date, whichever journey comes first. */
@Component
class DetectEventsRobot implements Robot<DetectEventsRobot.Input, DetectEventsRobot.Output> {
  private final EventDetector detector;
  private final EventDetections detections;

  DetectEventsRobot(EventDetector detector, EventDetections detections) {
    this.detector = detector;
    this.detections = detections;
  }

  @RobotInfo(job = "detect-events", group = BlockGroup.LIST, order = 10, icon = "data")
  record Input() {}

  /**
   * @param events new events of this date
   * @param customers who had one
   * @param staged customers in a stage of the app
   */
  record Output(int events, int customers, int staged) {}

  @Override
  public String jobType() {
    return "detect-events";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Class<Output> outputType() {
    return Output.class;
  }

  @Override
  public Outcome<Output> work(Input input, RobotContext context) {
    var found = detections.of(context.businessDate()).orElseGet(() -> detected(context));
    return Outcome.done(new Output(found.events(), found.customers(), found.staged()));
  }

  private Found detected(RobotContext context) {
    try {
      return detector.detect(context.businessDate());
    } catch (DuplicateKeyException e) {
      return detections.of(context.businessDate()).orElseThrow(() -> e);
    }
  }
}
