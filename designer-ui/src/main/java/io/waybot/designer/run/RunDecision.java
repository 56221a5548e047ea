package io.waybot.designer.run;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import io.waybot.runtime.decision.DecisionView;
import io.waybot.runtime.decision.DecisionView.Limit;
import io.waybot.runtime.decision.RunDecisions;
import io.waybot.runtime.run.RunView;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How good a run's choice is, what one more of anything scarce is worth, and what if. */
class RunDecision extends Div {
  private final RunDecisions decisions;
  private final Texts texts;
  private final LimitWords words;
  private @Nullable UUID shown;

  RunDecision(RunDecisions decisions, Texts texts, UnitNames units) {
    this.decisions = decisions;
    this.texts = texts;
    this.words = new LimitWords(texts, units);
    setSizeFull();
    add(StateMessage.empty(texts.get("decision.none"), texts.get("decision.none.what")));
  }

  /** A decision does not change once made: it is shown once, so that a what-if stays. */
  void show(RunView run) {
    if (run.id().equals(shown)) {
      return;
    }
    decisions
        .of(run.id())
        .ifPresent(decision -> {
          shown = run.id();
          removeAll();
          add(proof(decision));
          decision.limits().stream()
              .filter(limit -> limit.missing() > 0)
              .forEach(limit -> add(missing(limit)));
          add(limits(decision), new WhatIf(decisions, texts, words, run.id(), decision));
        });
  }

  private Span proof(DecisionView decision) {
    var proof =
        new Span(
            texts.get(
                "decision.gap",
                Formats.percent(decision.gap(), 4),
                Formats.yuan(BigDecimal.valueOf(decision.valueYuan()))));
    proof.setId("decision-gap");
    return proof;
  }

  private Div missing(Limit limit) {
    var sentence = new Div(words.missing(limit));
    sentence.addClassName("wb-bad");
    return sentence;
  }

  private Grid<Limit> limits(DecisionView decision) {
    var grid = new Grid<Limit>();
    grid.setId("decision-limits");
    grid.setAllRowsVisible(true);
    grid.addColumn(words::name).setHeader(texts.get("decision.limit")).setAutoWidth(true);
    grid.addColumn(words::use).setHeader(texts.get("decision.used")).setAutoWidth(true);
    grid.addColumn(words::worth).setHeader(texts.get("decision.worth")).setAutoWidth(true);
    grid.setItems(decision.limits());
    return grid;
  }
}
