package io.waybot.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.e2e.app.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every act that is written to the audit table has words on the audit page. */
class AuditWordsTest {
  private static final Pattern APPENDED = Pattern.compile("audit\\s*\\.\\s*append\\s*\\(([^;]*);");
  private static final Pattern ACT = Pattern.compile("\"([a-z-]+\\.[a-z_-]+)\"");
  private static final String KEY = "audit.act.";

  @Test
  void everyActHasWords() throws IOException {
    var root = Project.root();
    var acts = new TreeSet<String>();
    try (var files = Files.walk(root.resolve("workflow-runtime/src/main/java"))) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        APPENDED
            .matcher(Files.readString(file))
            .results()
            .flatMap(call -> ACT.matcher(call.group(1)).results())
            .forEach(act -> acts.add(act.group(1)));
      }
    }
    assertThat(acts).as("acts found in the sources").hasSizeGreaterThan(30);
    assertThat(worded(root)).containsAll(acts);
  }

  private static TreeSet<String> worded(Path root) throws IOException {
    var words = new TreeSet<String>();
    var texts = root.resolve("designer-ui/src/main/resources/texts/operations_en.properties");
    try (var lines = Files.lines(texts)) {
      lines
          .filter(line -> line.startsWith(KEY))
          .forEach(line -> words.add(line.substring(KEY.length(), line.indexOf('=')).strip()));
    }
    return words;
  }
}
