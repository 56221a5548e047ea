package io.waybot.designer.version;

import io.waybot.bots.template.Block;
import io.waybot.bots.template.BlockField;
import io.waybot.bots.template.BlockField.Kind;
import io.waybot.bots.template.Choice;
import io.waybot.bots.template.LiveChoices;
import io.waybot.bots.template.TemplateCatalog;
import io.waybot.designer.shell.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A block's fields and what stands in them, in the words of the designer's panel. */
final class FieldWords {
  private static final String INPUT = "input.";
  private static final String WAIT = "property.waybot:wait";
  private static final Pattern PAUSE = Pattern.compile("P(\\d+)D|PT(\\d+)H|PT(\\d+)M|B(\\d+)");
  private static final List<String> PAUSE_UNITS = List.of("days", "hours", "minutes", "business");

  private final Texts texts;
  private final List<Block> blocks;

  FieldWords(Texts texts, TemplateCatalog catalog, LiveChoices choices) {
    this.texts = texts;
    this.blocks = choices.fill(catalog.blocks(Texts.language()), Texts.language());
  }

  /** The name of a field; what planners never see keeps the name it has in the file. */
  String label(String job, String field) {
    if (field.startsWith(INPUT)) {
      return find(job, field).map(BlockField::label).orElse(field.substring(INPUT.length()));
    }
    var key = "version.field." + field.replace(':', '.');
    return texts.has(key) ? texts.get(key) : field;
  }

  /**
   * What stands in a field.
   *
   * @param names what the drawing's blocks are called, by element id
   */
  String value(String job, String field, String value, Map<String, String> names) {
    if (value.isEmpty()) {
      return texts.get("version.nothing");
    }
    if (field.equals(WAIT)) {
      return pause(value);
    }
    return find(job, field).map(known -> value(known, value, names)).orElse(value);
  }

  private String value(BlockField field, String value, Map<String, String> names) {
    return switch (field.kind()) {
      case AUDIENCE -> list(value, names);
      case YES_NO -> texts.get(value.contains("true") ? "version.yes" : "version.no");
      case CHOICE -> chosen(field, value);
      case MANY ->
          Arrays.stream(value.replaceAll("[=\\[\\]\"]", "").split(","))
              .map(one -> chosen(field, one.strip()))
              .collect(Collectors.joining(texts.get("list.comma")));
      case TEXT, LONG_TEXT, NUMBER, HIDDEN -> value;
    };
  }

  private static String chosen(BlockField field, String value) {
    return name(field.options(), value);
  }

  /** {@code =split_arms_1.treatment}: the block's name and the list's. */
  private String list(String value, Map<String, String> names) {
    var parts = value.replaceFirst("^=", "").strip().split("\\.", 2);
    var set =
        blocks.stream()
            .flatMap(block -> block.sets().stream())
            .filter(choice -> parts.length == 2 && choice.value().equals(parts[1]))
            .findFirst();
    return set.map(choice -> names.getOrDefault(parts[0], parts[0]) + " · " + choice.name())
        .orElse(value);
  }

  private String pause(String value) {
    var found = PAUSE.matcher(value);
    if (found.matches()) {
      for (int i = 1; i <= found.groupCount(); i++) {
        if (found.group(i) != null) {
          return texts.get("version.pause." + PAUSE_UNITS.get(i - 1), found.group(i));
        }
      }
    }
    return value;
  }

  private Optional<BlockField> find(String job, String field) {
    var name = field.startsWith(INPUT) ? field.substring(INPUT.length()) : field;
    return blocks.stream()
        .filter(block -> block.job().equals(job))
        .flatMap(block -> block.fields().stream())
        .filter(known -> known.name().equals(name) && known.kind() != Kind.HIDDEN)
        .findFirst();
  }

  private static String name(List<Choice> choices, String value) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::name)
        .findFirst()
        .orElse(value);
  }
}
