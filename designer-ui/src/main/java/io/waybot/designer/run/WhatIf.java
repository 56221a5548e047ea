package io.waybot.designer.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.NumberField;
import io.waybot.bots.decide.DecisionTerms.Weights;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.decision.DecisionView;
import io.waybot.runtime.decision.DecisionView.Limit;
import io.waybot.runtime.decision.RunDecisions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Other limits and weights, and the decision that would have come of them, side by side. */
class WhatIf extends Details {
  private final RunDecisions decisions;
  private final Texts texts;
  private final UUID run;
  private final Map<String, NumberField> limits = new LinkedHashMap<>();
  private final NumberField value;
  private final NumberField experience;
  private final NumberField cost;
  private final Div result = new Div();

  WhatIf(RunDecisions decisions, Texts texts, LimitWords words, UUID run, DecisionView decision) {
    super(texts.get("decision.whatif"));
    this.decisions = decisions;
    this.texts = texts;
    this.run = run;
    this.value = field(texts.get("decision.value"), 100 * decision.weights().value());
    this.experience =
        field(texts.get("decision.experience"), 100 * decision.weights().experience());
    this.cost = field(texts.get("decision.cost"), 100 * decision.weights().cost());
    setId("what-if");
    var form = new FlexLayout();
    form.setFlexWrap(FlexLayout.FlexWrap.WRAP);
    form.getStyle().set("gap", "var(--lumo-space-s)");
    decision.limits().stream()
        .filter(limit -> !limit.key().startsWith("lead:") && limit.capacity() != null)
        .forEach(limit -> form.add(limitField(words.name(limit), limit)));
    form.add(value, experience, cost);
    var go = new Button(texts.get("decision.run"), click -> decide());
    go.setId("what-if-run");
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new Paragraph(texts.get("decision.whatif.what")), form, go, result);
  }

  private NumberField limitField(String name, Limit limit) {
    var capacity = limit.capacity();
    var field = field(name, capacity == null ? 0 : capacity);
    field.setId("what-if-" + limit.key().replace(':', '-'));
    limits.put(limit.key(), field);
    return field;
  }

  private static NumberField field(String label, double units) {
    var field = new NumberField(label);
    field.setValue(units);
    field.setMin(0);
    field.setWidth("15em");
    return field;
  }

  private void decide() {
    if (Stream.concat(limits.values().stream(), Stream.of(value, experience, cost))
        .anyMatch(field -> field.isInvalid() || !field.isEmpty() && field.getValue() < 0)) {
      Notification.show(texts.get("decision.refused"));
      return;
    }
    var capacity = new HashMap<String, Double>();
    limits.forEach((key, field) -> {
      if (!field.isEmpty()) {
        capacity.put(key, field.getValue());
      }
    });
    result.removeAll();
    result.add(new WhatIfResult(texts, decisions.whatIf(run, capacity, weights())));
  }

  private Weights weights() {
    return new Weights(share(value), share(experience), share(cost));
  }

  private static double share(NumberField percent) {
    return percent.isEmpty() ? 0 : Math.min(100, percent.getValue()) / 100;
  }
}
