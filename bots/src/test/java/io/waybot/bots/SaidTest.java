package io.waybot.bots;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SaidTest {
  private static final Pattern USE = Pattern.compile("Said\\.of\\(\\s*\"([a-z_]+)\"");

  @Test
  void saysASentenceInBothLanguages() {
    assertThat(Said.of("no_segment", "G9")).isEqualTo("没有客群 G9 / There is no segment G9");
  }

  @Test
  void everySentenceThatARobotSaysIsThere() throws IOException {
    var used = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        USE.matcher(Files.readString(source)).results().forEach(use -> used.add(use.group(1)));
      }
    }

    assertThat(used).isNotEmpty();
    assertThat(used).allSatisfy(key -> assertThat(Said.of(key, "x", "y")).contains(" / "));
  }
}
