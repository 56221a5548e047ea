package io.waybot.designer.approval;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.waybot.db.journey.Approval;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.approval.Check;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a signer confirms, point by point, before the button lets them sign. */
class Checklist extends Div {
  private final Map<Check, Checkbox> points = new EnumMap<>(Check.class);

  Checklist(Texts texts, Approval.Step step, Runnable changed) {
    setId("checklist");
    addClassName("wb-card");
    add(new H3(texts.get("approvals.checklist", texts.get("approvals.step." + step))));
    for (var check : Check.of(step)) {
      var point = new Checkbox(texts.get("approvals.check." + check));
      point.addValueChangeListener(change -> changed.run());
      points.put(check, point);
      add(new Div(point));
    }
  }

  boolean isComplete() {
    return points.values().stream().allMatch(Checkbox::getValue);
  }

  Set<Check> checked() {
    return points.entrySet().stream()
        .filter(point -> point.getValue().getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
