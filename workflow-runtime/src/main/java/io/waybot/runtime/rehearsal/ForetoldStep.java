package io.waybot.runtime.rehearsal;

import io.waybot.bots.Foretelling;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.db.audience.AudienceRef;
import io.waybot.runtime.journey.lint.Ways.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lets a robot foretell with the fields as a planner has filled them in. */
@Component
class ForetoldStep {
  private static final AudienceRef NO_LIST = new AudienceRef(new UUID(0, 0), 0);

  private final Map<String, Robot<?, ?>> robots;
  private final JsonMapper json;

  ForetoldStep(List<Robot<?, ?>> all, JsonMapper json) {
    this.robots =
        all.stream()
            .filter(robot -> robot instanceof Foretelling<?>)
            .collect(Collectors.toMap(Robot::jobType, robot -> robot));
    this.json = json;
  }

  /** Whether the block can be counted: its robot foretells, and no field is a formula. */
  boolean canCount(Place place) {
    return place.job() != null
        && robots.containsKey(place.job())
        && place.inputs().entrySet().stream()
            .allMatch(field ->
                !field.getValue().startsWith("=") || place.lists().containsKey(field.getKey()));
  }

  /**
   * @param lists by the name of the field
   */
  @SuppressWarnings("unchecked")
  <I extends Record> Foretelling.Foresight of(
      Place place, Map<String, RoaringBitmap> lists, RobotContext context) {
    var robot = (Robot<I, ?>) robots.get(place.job());
    if (robot == null) {
      throw new IllegalArgumentException(place.job() + " cannot be foretold");
    }
    var fields = new LinkedHashMap<String, Object>(place.inputs());
    place.lists().keySet().forEach(field -> fields.put(field, NO_LIST));
    var input = json.convertValue(fields, robot.inputType());
    return ((Foretelling<I>) robot).foretell(input, lists, context);
  }
}
