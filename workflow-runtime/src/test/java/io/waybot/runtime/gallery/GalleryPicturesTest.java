package io.waybot.runtime.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.runtime.journey.XmlGate;
import io.waybot.runtime.journey.lint.RealRobots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the pictures of docs/gallery.md equal to the drawings. After changing a drawing run this
 * test once with {@code -Dwaybot.gallery=write}.
 */
class GalleryPicturesTest {
  private static final Path FOLDER = Path.of("..", "docs", "images", "gallery");

  @Test
  void areThoseThatTheDrawingsSay() throws Exception {
    var drawn = drawn();
    if ("write".equals(System.getProperty("waybot.gallery"))) {
      write(drawn);
    }

    assertThat(drawn).hasSize(16);
    assertThat(files()).isEqualTo(drawn);
  }

  @Test
  void nameEveryBlockInTheReadersLanguage() throws Exception {
    var drawn = drawn();

    assertThat(drawn.get("card_activation_en.svg"))
        .contains("Grant a")
        .doesNotContainPattern("\\p{IsHan}");
    assertThat(drawn.get("card_activation_zh.svg")).contains("发放咖啡券");
  }

  private static Map<String, String> drawn() throws Exception {
    var gallery = new Gallery(new XmlGate(), JsonMapper.builder().build());
    var pictures = new JourneyPicture(gallery, RealRobots.templates());
    var drawn = new TreeMap<String, String>();
    for (var template : gallery.templates()) {
      drawn.put(
          template.key() + "_zh.svg", pictures.svg(template.key(), Locale.SIMPLIFIED_CHINESE));
      drawn.put(template.key() + "_en.svg", pictures.svg(template.key(), Locale.ENGLISH));
    }
    return drawn;
  }

  private static Map<String, String> files() throws IOException {
    var found = new TreeMap<String, String>();
    try (var all = Files.list(FOLDER)) {
      for (var file : all.toList()) {
        found.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return found;
  }

  private static void write(Map<String, String> drawn) throws IOException {
    Files.createDirectories(FOLDER);
    for (var picture : drawn.entrySet()) {
      Files.writeString(FOLDER.resolve(picture.getKey()), picture.getValue());
    }
  }
}
