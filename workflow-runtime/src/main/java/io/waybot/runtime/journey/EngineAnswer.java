package io.waybot.runtime.journey;

import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.engine.EngineRefused;
import io.waybot.runtime.journey.lint.Finding;
import io.waybot.runtime.journey.lint.Finding.Severity;
import io.waybot.runtime.language.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the engine itself says of a drawing: a real deployment that is taken back at once. */
@Component
class EngineAnswer {
  private final Engine engine;
  private final XmlGate gate;
  private final Phrases phrases;

  EngineAnswer(Engine engine, XmlGate gate, Phrases phrases) {
    this.engine = engine;
    this.gate = gate;
    this.phrases = phrases;
  }

  /** Empty when the engine accepts it. */
  Optional<Finding> about(String key, String xml, Locale language) {
    var name = "check_" + UUID.randomUUID().toString().replace("-", "");
    var drawing = gate.renamed(new CleanBpmn(xml, key, ""), name);
    try {
      var deployed = engine.deploy(name + ".bpmn", drawing);
      engine.deleteDefinition(deployed.definitionKey());
      return Optional.empty();
    } catch (EngineRefused e) {
      var said = String.valueOf(e.getMessage()).replace(name, key);
      return Optional.of(
          new Finding(
              null,
              "engine-refused",
              Severity.ERROR,
              phrases.get(language, "lint.engine-refused", said),
              phrases.get(language, "basis.ENGINE")));
    }
  }

  static List<Finding> joined(List<Finding> findings, Optional<Finding> answer) {
    return java.util.stream.Stream.concat(findings.stream(), answer.stream()).toList();
  }
}
