package io.waybot.bots.template;

import io.waybot.bots.Robot;
import io.waybot.db.audience.AudienceRef;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every block that robots offer, read from their input and output records: no hand-kept copy. */
@Component
public class TemplateCatalog {
  private final RobotTexts texts;
  private final Map<String, List<Block>> chinese;
  private final Map<String, List<Block>> english;

  @Autowired
  TemplateCatalog(List<Robot<?, ?>> robots, RobotTexts texts) {
    this(texts, robots.stream().map(RobotType::of).toList());
  }

  TemplateCatalog(RobotTexts texts, Collection<RobotType> robots) {
    this.texts = texts;
    chinese = read(texts, robots, Locale.SIMPLIFIED_CHINESE);
    english = read(texts, robots, Locale.ENGLISH);
  }

  /** What the robot behind a block is called, whichever of its variants the block is. */
  public String nameOf(Block block, Locale locale) {
    return texts.get(block.job() + ".name", locale);
  }

  /** All blocks in palette order; those of robots without {@link RobotInfo} are left out. */
  public List<Block> blocks(Locale locale) {
    return byJob(locale).values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Block::group).thenComparingInt(Block::order))
        .toList();
  }

  /**
   * What robots of this job type ask for and produce; the first variant where there are several.
   */
  public Optional<Block> ofJob(String job) {
    return Optional.ofNullable(english.get(job)).map(List::getFirst);
  }

  private Map<String, List<Block>> byJob(Locale locale) {
    return locale.getLanguage().equals("zh") ? chinese : english;
  }

  private static Map<String, List<Block>> read(
      RobotTexts texts, Collection<RobotType> robots, Locale locale) {
    var blocks = new LinkedHashMap<String, List<Block>>();
    for (var robot : robots) {
      var info = robot.inputType().getAnnotation(RobotInfo.class);
      if (info != null) {
        blocks.put(robot.job(), new BlockReader(texts, robot, info, locale).read());
      }
    }
    return blocks;
  }

  /** Reads the blocks of one robot. */
  private record BlockReader(RobotTexts texts, RobotType robot, RobotInfo info, Locale locale) {
    List<Block> read() {
      if (!info.job().equals(robot.job())) {
        throw new IllegalStateException(
            robot.inputType() + " says job " + info.job() + ", its robot " + robot.job() + ".");
      }
      if (info.variants().length == 0) {
        return List.of(block(null, 0));
      }
      var blocks = new ArrayList<Block>();
      for (var variant : info.variants()) {
        blocks.add(block(variant, blocks.size()));
      }
      return List.copyOf(blocks);
    }

    private Block block(@Nullable String variant, int place) {
      var name = variant == null ? info.job() : info.job() + "." + variant;
      var description = texts.find(name + ".description", locale);
      return new Block(
          "io.waybot." + name,
          info.job(),
          info.group(),
          info.order() + place,
          variant == null ? info.icon() : variant,
          texts.get(name + ".name", locale),
          description == null ? "" : description,
          (variant == null ? info.job() : variant).replace('-', '_'),
          variant == null ? Map.of() : Map.of(info.variantField(), variant),
          fields(variant),
          sets(),
          counts());
    }

    private List<BlockField> fields(@Nullable String variant) {
      var reader = new FieldReader(texts, info.job(), locale);
      return Arrays.stream(robot.inputType().getRecordComponents())
          .map(part -> reader.read(part, part.getName().equals(info.variantField())))
          .map(field -> variant == null ? field : withoutItself(field, variant))
          .toList();
    }

    /** A variant does not offer itself: what is sent instead of a text is another channel. */
    private static BlockField withoutItself(BlockField field, String variant) {
      return field.kind() == BlockField.Kind.CHOICE
          ? field.withOptions(
              field.options().stream().filter(o -> !o.value().equals(variant)).toList())
          : field;
    }

    private List<Choice> sets() {
      return Arrays.stream(robot.outputType().getRecordComponents())
          .filter(part -> part.getType() == AudienceRef.class)
          .map(part -> new Choice(part.getName(), texts.get("set." + part.getName(), locale)))
          .toList();
    }

    private List<String> counts() {
      return Arrays.stream(robot.outputType().getRecordComponents())
          .filter(part -> part.getType() == int.class)
          .map(RecordComponent::getName)
          .toList();
    }
  }
}
