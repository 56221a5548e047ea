package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.template.Choice;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.InStage;
import io.waybot.designer.shell.Texts;
import java.util.List;
import java.util.Optional;

/** The customer is in a stage of the app: that of the latest behaviour. */
class StageRow implements ConditionRow {
  private final ComboBox<Choice> stage = new ComboBox<>();
  private final Span body;

  StageRow(Texts texts, List<Choice> stages, Runnable changed) {
    stage.setItems(stages);
    stage.setItemLabelGenerator(Choice::name);
    stage.setPlaceholder(texts.get("segments.stage.which"));
    stage.setWidth("22em");
    stage.addValueChangeListener(change -> changed.run());
    body = new Span(new Span(texts.get("segments.stage.in")), stage);
  }

  StageRow with(InStage rule) {
    stage
        .getListDataView()
        .getItems()
        .filter(choice -> choice.value().equals(rule.stage()))
        .findFirst()
        .ifPresent(stage::setValue);
    return this;
  }

  @Override
  public Component component() {
    return body;
  }

  @Override
  public Optional<SegmentRule> rule() {
    return Optional.ofNullable(stage.getValue()).map(choice -> new InStage(choice.value()));
  }
}
