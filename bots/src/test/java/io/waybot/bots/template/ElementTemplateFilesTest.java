package io.waybot.bots.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the files for other modelers equal to the robots. After changing a robot's input record run
 * this test once with {@code -Dwaybot.templates=write}.
 */
class ElementTemplateFilesTest {
  private static final Path FOLDER =
      Path.of("..", "bpmn-templates", "src", "main", "resources", "element-templates");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void areThoseThatTheRobotsSay() throws IOException {
    var generated = generated();
    if ("write".equals(System.getProperty("waybot.templates"))) {
      write(generated);
    }

    assertThat(generated).isNotEmpty();
    assertThat(files()).isEqualTo(generated);
  }

  private static Map<String, String> generated() {
    var catalog = new TemplateCatalog(new RobotTexts(), AllRobotsTest.robots());
    var files = new TreeMap<String, String>();
    for (var language : Map.of("zh", Locale.SIMPLIFIED_CHINESE, "en", Locale.ENGLISH).entrySet()) {
      for (var block : catalog.blocks(language.getValue())) {
        var name = block.id().substring("io.waybot.".length()) + "_" + language.getKey() + ".json";
        files.put(name, JSON.writeValueAsString(ElementTemplates.of(block)) + "\n");
      }
    }
    return files;
  }

  private static Map<String, String> files() throws IOException {
    var found = new TreeMap<String, String>();
    if (!Files.isDirectory(FOLDER)) {
      return found;
    }
    try (var all = Files.list(FOLDER)) {
      for (var file : all.filter(each -> each.toString().endsWith(".json")).toList()) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return found;
  }

  private static void write(Map<String, String> generated) throws IOException {
    Files.createDirectories(FOLDER);
    for (var name : files().keySet()) {
      Files.delete(FOLDER.resolve(name));
    }
    for (var file : generated.entrySet()) {
      Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
    }
  }
}
