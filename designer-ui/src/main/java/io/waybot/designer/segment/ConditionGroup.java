package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.waybot.db.segment.SegmentRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions of which all, at least one or none hold; a condition may be such a group itself. */
class ConditionGroup implements ConditionRow {
  enum Mode {
    ALL,
    ANY,
    NONE
  }

  private final Conditions conditions;
  private final Select<Mode> mode = new Select<>();
  private final List<ConditionRow> rows = new ArrayList<>();
  private final Div lines = new Div();
  private final Div body;

  ConditionGroup(Conditions conditions, Mode first) {
    this.conditions = conditions;
    var texts = conditions.texts();
    mode.setItems(Mode.values());
    mode.setItemLabelGenerator(one -> texts.get("segments.mode." + one));
    mode.setAriaLabel(texts.get("segments.mode"));
    mode.setWidth("16em");
    mode.setValue(first);
    mode.addValueChangeListener(change -> conditions.changed());
    var buttons =
        new Div(
            more("segments.addColumn", () -> add(conditions.column())),
            more("segments.addEvent", () -> add(conditions.event())),
            more("segments.addStage", () -> add(conditions.stage())),
            more("segments.addSegment", () -> add(conditions.segment())),
            more("segments.addGroup", () -> add(conditions.group())));
    buttons.addClassName("wb-row");
    body = new Div(mode, lines, buttons);
    body.addClassName("wb-conditions");
  }

  private Button more(String key, Runnable add) {
    var button = new Button("+ " + conditions.texts().get(key), click -> add.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }

  void add(ConditionRow row) {
    var line = new Div(row.component());
    var remove = new Button("×");
    remove.setAriaLabel(conditions.texts().get("segments.remove"));
    remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    remove.addClickListener(click -> {
      rows.remove(row);
      lines.remove(line);
      conditions.changed();
    });
    line.add(remove);
    line.addClassName("wb-row");
    rows.add(row);
    lines.add(line);
  }

  @Override
  public Component component() {
    return body;
  }

  @Override
  public Optional<SegmentRule> rule() {
    var rules = new ArrayList<SegmentRule>();
    for (var row : rows) {
      var rule = row.rule();
      if (rule.isEmpty()) {
        return Optional.empty();
      }
      rules.add(rule.get());
    }
    return Optional.of(
        switch (mode.getValue()) {
          case ALL -> new SegmentRule.All(rules);
          case ANY -> new SegmentRule.Any(rules);
          case NONE -> new SegmentRule.Not(new SegmentRule.Any(rules));
        });
  }
}
