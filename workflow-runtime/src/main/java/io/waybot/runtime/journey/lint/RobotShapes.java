package io.waybot.runtime.journey.lint;

import io.waybot.bots.Robot;
import io.waybot.bots.template.Block;
import io.waybot.bots.template.BlockField;
import io.waybot.bots.template.TemplateCatalog;
import io.waybot.db.audience.AudienceRef;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the shapes from the robots themselves: their records and the templates made from them. */
@Component
class RobotShapes implements KnownRobots {
  private final Map<String, RobotShape> shapes = new HashMap<>();

  RobotShapes(List<Robot<?, ?>> robots, TemplateCatalog templates) {
    var chinese = byJob(templates, Locale.SIMPLIFIED_CHINESE);
    var english = byJob(templates, Locale.ENGLISH);
    for (var robot : robots) {
      var job = robot.jobType();
      shapes.put(job, new RobotShape(job, inputs(chinese.get(job), english.get(job)), sets(robot)));
    }
  }

  @Override
  public Optional<RobotShape> find(String job) {
    return Optional.ofNullable(shapes.get(job));
  }

  private static Map<String, Block> byJob(TemplateCatalog templates, Locale language) {
    return templates.blocks(language).stream()
        .collect(Collectors.toMap(Block::job, block -> block, (first, second) -> first));
  }

  private static List<RobotShape.Input> inputs(
      @org.jspecify.annotations.Nullable Block zh, @org.jspecify.annotations.Nullable Block en) {
    if (zh == null || en == null) {
      return List.of(); // a robot without a template asks planners nothing
    }
    var english = en.fields().stream().collect(Collectors.toMap(BlockField::name, f -> f));
    return zh.fields().stream()
        .map(field ->
            new RobotShape.Input(
                field.name(),
                field.label(),
                english.getOrDefault(field.name(), field).label(),
                field.required(),
                field.kind() == BlockField.Kind.AUDIENCE,
                field.when(),
                field.source()))
        .toList();
  }

  private static Set<String> sets(Robot<?, ?> robot) {
    return Arrays.stream(robot.outputType().getRecordComponents())
        .filter(part -> part.getType() == AudienceRef.class)
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }
}
