package io.waybot.runtime.robot;

import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.audience.AudienceRef;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A robot's input record, read from the process variables that have its components' names.
 *
 * @param customers in all lists of the input; null when it has no list
 */
record StepInput<I extends Record>(I value, @Nullable Integer customers) {
  static final String RUN_ID = "runId";

  /** The variables a job needs to carry. */
  static List<String> variables(Class<? extends Record> type) {
    var names = new ArrayList<String>();
    names.add(RUN_ID);
    for (var component : type.getRecordComponents()) {
      names.add(component.getName());
    }
    return names;
  }

  /**
   * Reads the input.
   *
   * @throws RobotFailure.Permanent when the variables do not fit: the planner's block has to change
   */
  static <I extends Record> StepInput<I> read(String variables, Class<I> type, JsonMapper json) {
    try {
      var value = json.readValue(variables, type);
      return new StepInput<>(value, customers(value));
    } catch (JacksonException e) {
      throw new RobotFailure.Permanent(
          Said.of("input_unfit", String.valueOf(e.getOriginalMessage())), e);
    }
  }

  private static @Nullable Integer customers(Record input) {
    var lists =
        Arrays.stream(input.getClass().getRecordComponents())
            .filter(component -> component.getType() == AudienceRef.class)
            .map(component -> (AudienceRef) valueOf(component, input))
            .filter(list -> list != null)
            .toList();
    return lists.isEmpty() ? null : lists.stream().mapToInt(AudienceRef::count).sum();
  }

  private static @Nullable Object valueOf(RecordComponent component, Record record) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true); // input records are nested in package-private robots
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
