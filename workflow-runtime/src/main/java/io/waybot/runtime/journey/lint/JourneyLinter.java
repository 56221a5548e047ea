package io.waybot.runtime.journey.lint;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import io.waybot.db.journey.JourneySettings;
import io.waybot.runtime.language.Phrases;
import io.waybot.runtime.wording.Basis;
import io.waybot.runtime.wording.Checks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ValidationResults;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/** Looks at a drawing that passed the gate, with the engine's own model and our rules. */
@Component
public class JourneyLinter {
  private static final List<String> CONTENT_FIELDS = List.of("content", "contents");

  private final List<LintRule> rules;
  private final Phrases phrases;
  private final EngineWords words;
  private final Clock clock;

  JourneyLinter(List<LintRule> rules, Phrases phrases, Clock clock) {
    this.rules = rules;
    this.phrases = phrases;
    this.words = new EngineWords(phrases);
    this.clock = clock;
  }

  /** Everything that is wrong, all at once, in the reader's language. */
  public LintReport check(String processId, String xml, JourneySettings settings, Locale language) {
    var findings = new Findings(phrases, language);
    BpmnModelInstance model;
    try {
      model = DrawingReader.model(xml);
    } catch (ModelException e) {
      findings.error(null, "not-valid-bpmn", rootMessage(e));
      return findings.report();
    }
    var plan = new Plan(DrawingReader.read(model, processId), settings, LocalDate.now(clock));
    for (var rule : rules) {
      rule.check(plan, findings.on(basis(rule)));
    }
    askTheEnginesModel(model, findings);
    return findings.report();
  }

  /** How long the drawing's waits take, by variable; waits without a duration are left out. */
  public Map<String, String> waits(String xml) {
    var waits = new LinkedHashMap<String, String>();
    try {
      for (var step : DrawingReader.read(DrawingReader.model(xml), "").steps()) {
        var formula = step.duration();
        var wait = step.pause();
        if (step.isWait() && formula != null && formula.startsWith("=") && wait != null) {
          waits.put(formula.substring(1).strip(), wait);
        }
      }
    } catch (ModelException e) {
      return Map.of(); // such a drawing has a finding and no waits yet
    }
    return waits;
  }

  /** What people call the blocks, by element id; a block without a name is called by its id. */
  public Map<String, String> names(String xml) {
    var names = new LinkedHashMap<String, String>();
    try {
      DrawingReader.read(DrawingReader.model(xml), "")
          .steps()
          .forEach(step -> names.put(step.id(), step.label()));
    } catch (ModelException e) {
      return Map.of();
    }
    return names;
  }

  /** The drawing's blocks and lines; none if it cannot be read. */
  public Ways ways(String xml) {
    try {
      return new Ways(DrawingReader.read(DrawingReader.model(xml), ""));
    } catch (ModelException e) {
      return new Ways(new Drawing("", List.of()));
    }
  }

  /** The codes of all contents that blocks of the drawing name, in the order of the blocks. */
  public Set<String> contents(String xml) {
    var codes = new LinkedHashSet<String>();
    try {
      for (var step : DrawingReader.read(DrawingReader.model(xml), "").robots()) {
        for (var field : CONTENT_FIELDS) {
          for (var code : step.inputs().getOrDefault(field, "").split(",")) {
            if (!code.isBlank() && !code.startsWith("=")) {
              codes.add(code.strip());
            }
          }
        }
      }
    } catch (ModelException e) {
      return Set.of();
    }
    return codes;
  }

  private static Basis basis(LintRule rule) {
    var checks = AnnotationUtils.findAnnotation(rule.getClass(), Checks.class);
    return Objects.requireNonNull(checks, () -> rule.getClass() + " has no @Checks").basis();
  }

  /** The drawing's robots with what planners filled in; none if the drawing cannot be read. */
  public List<RobotUse> robots(String xml) {
    try {
      return DrawingReader.read(DrawingReader.model(xml), "").robots().stream()
          .map(step -> new RobotUse(step.id(), String.valueOf(step.job()), step.inputs()))
          .toList();
    } catch (ModelException e) {
      return List.of();
    }
  }

  private void askTheEnginesModel(BpmnModelInstance model, Findings findings) {
    ValidationResults results;
    try {
      results = model.validate(ZeebeDesignTimeValidators.VALIDATORS);
    } catch (ClassCastException e) { // a reference to an element of another kind
      findings.error(null, "engine-unreadable");
      return;
    }
    results
        .getResults()
        .forEach((element, answers) ->
            answers.forEach(answer ->
                findings.error(idOf(element), "engine", words.of(answer.getMessage().strip()))));
  }

  /** The id of the element itself or of what it belongs to on the canvas. */
  private static @org.jspecify.annotations.Nullable String idOf(ModelElementInstance element) {
    for (var e = element; e != null; e = e.getParentElement()) {
      if (e instanceof BaseElement base && base.getId() != null) {
        return base.getId();
      }
    }
    return null;
  }

  private static String rootMessage(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
