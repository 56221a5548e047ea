package io.waybot.runtime.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.LintDesk;
import io.waybot.runtime.journey.lint.RealRobots;
import io.waybot.runtime.language.Phrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The reference drawings of the BPMN Model Interchange Working Group, drawn with other tools. */
class ForeignDrawingsTest {

  @Test
  void eachOpensOrIsRefusedWithAReasonThatNamesTheElement() throws Exception {
    var folder = folder();
    assumeTrue(folder != null, "shared/data/bpmn-miwg-reference is not beside the project");
    var phrases = new Phrases();
    var gate = new XmlGate();
    var refused = new TreeMap<String, String>();
    var findings = new TreeMap<String, List<Finding>>();
    try (var desk = new LintDesk(RealRobots.known())) {
      for (var file : files(folder)) {
        var name = file.getFileName().toString();
        var bytes = Files.readAllBytes(file);
        try {
          var drawing = gate.accept(bytes);
          findings.put(
              name,
              desk.bean(JourneyLinter.class)
                  .check(
                      drawing.processId(), drawing.xml(), JourneySettings.empty(), Locale.ENGLISH)
                  .findings());
        } catch (GateRefused refusal) {
          refused.put(
              name, phrases.get(Locale.ENGLISH, "lint." + refusal.rule(), refusal.arguments()));
          assertThat(names(bytes, refusal)).as(name + ": " + refused.get(name)).isTrue();
        }
      }
    }

    assertThat(findings.size() + refused.size()).isEqualTo(21);
    assertThat(findings).hasSizeGreaterThanOrEqualTo(12);
    assertThat(findings.values()).allSatisfy(found -> assertThat(found).anyMatch(Finding::isError));
    assertThat(refused.values())
        .allSatisfy(
            reason -> assertThat(reason).containsAnyOf("one executable process", "The process id"));
  }

  /** Each name or id in the reason stands in the file. */
  private static boolean names(byte[] file, GateRefused refusal) {
    var text = new String(file, StandardCharsets.UTF_8);
    var named = String.valueOf(refusal.arguments()[refusal.arguments().length - 1]);
    return !named.isBlank()
        && List.of(named.split(", ")).stream()
            .allMatch(part -> text.contains(part.replace("&", "&amp;")));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList();
    }
  }

  private static @Nullable Path folder() {
    var folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared/data"))) {
      folder = folder.getParent();
    }
    var set = folder == null ? null : folder.resolve("shared/data/bpmn-miwg-reference");
    return set != null && Files.isDirectory(set) ? set : null;
  }
}
