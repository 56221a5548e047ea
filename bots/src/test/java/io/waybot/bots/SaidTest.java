package io.waybot.bots;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SaidTest {
  private static final Pattern USE = Pattern.compile("Said\\.of\\(\\s*\"([a-z_]+)\"");

  @Test
  void saysASentenceInBothLanguages() {
    assertThat(Said.of("no_segment", "G9").text()).isEqualTo("没有客群 G9 / There is no segment G9");
  }

  @Test
  void everySentenceOfTheHouseIsThereInBothLanguagesWithTheSameNumberOfPlaces() throws IOException {
    var used = used("src/main/java");
    used.addAll(used("../workflow-runtime/src/main/java"));

    assertThat(used).hasSizeGreaterThan(50);
    assertThat(bundle("zh").keySet()).isEqualTo(bundle("en").keySet()).isEqualTo(used);
    for (var key : used) {
      var said = Said.of(key, "①", "②", "③", "④");
      assertThat(said.zh()).as(key).matches(".*\\p{IsHan}.*");
      assertThat(said.en()).as(key).doesNotContainPattern("\\p{IsHan}");
      assertThat(places(said.zh())).as(key).isEqualTo(places(said.en()));
    }
  }

  @Test
  void wrapsWhatIsSaidIntoTheSentenceOfItsLanguage() {
    var why = new Said("请勿使用“稳赚”。", "Do not promise.");

    assertThat(Said.of("content_objected", "C01", why).en())
        .contains("Do not promise.")
        .doesNotContain("稳赚");
  }

  private static TreeSet<String> used(String folder) throws IOException {
    var used = new TreeSet<String>();
    try (var sources = Files.walk(Path.of(folder))) {
      for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        var text = Files.readString(source);
        if (text.contains("io.waybot.bots.Said;") || text.contains("package io.waybot.bots;")) {
          USE.matcher(text).results().forEach(use -> used.add(use.group(1)));
        }
      }
    }
    return used;
  }

  private static Properties bundle(String language) throws IOException {
    var bundle = new Properties();
    try (var file =
        Files.newBufferedReader(
            Path.of("src/main/resources/io/waybot/bots/said_" + language + ".properties"))) {
      bundle.load(file);
    }
    return bundle;
  }

  private static Set<Integer> places(String sentence) {
    return sentence.codePoints().filter(c -> c >= '①' && c <= '④').boxed().collect(toSet());
  }
}
