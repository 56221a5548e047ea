package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.template.Choice;
import io.waybot.db.segment.SegmentRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The customer is in one of what the bank has to choose from: another segment, a stage. */
class ChoiceRow implements ConditionRow {
  private final ComboBox<Choice> box = new ComboBox<>();
  private final Span body;
  private final Function<String, SegmentRule> asRule;

  /**
   * @param words before the picker
   * @param placeholder what to pick
   * @param asRule the condition of a chosen code
   */
  ChoiceRow(
      String words,
      String placeholder,
      List<Choice> choices,
      Function<String, SegmentRule> asRule,
      Runnable changed) {
    this.asRule = asRule;
    box.setItems(choices);
    box.setItemLabelGenerator(Choice::name);
    box.setPlaceholder(placeholder);
    box.setWidth("22em");
    box.addValueChangeListener(change -> changed.run());
    body = new Span(new Span(words), box);
  }

  ChoiceRow with(String code) {
    box.getListDataView()
        .getItems()
        .filter(choice -> choice.value().equals(code))
        .findFirst()
        .ifPresent(box::setValue);
    return this;
  }

  @Override
  public Component component() {
    return body;
  }

  @Override
  public Optional<SegmentRule> rule() {
    return Optional.ofNullable(box.getValue()).map(choice -> asRule.apply(choice.value()));
  }
}
