package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.template.Choice;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.InSegment;
import io.waybot.designer.shell.Texts;
import java.util.List;
import java.util.Optional;

/** The customer is in another segment, by conditions or by list. */
class SegmentRow implements ConditionRow {
  private final ComboBox<Choice> segment = new ComboBox<>();
  private final Span body;

  SegmentRow(Texts texts, List<Choice> segments, Runnable changed) {
    segment.setItems(segments);
    segment.setItemLabelGenerator(Choice::name);
    segment.setPlaceholder(texts.get("segments.other"));
    segment.setWidth("22em");
    segment.addValueChangeListener(change -> changed.run());
    body = new Span(new Span(texts.get("segments.in")), segment);
  }

  SegmentRow with(InSegment rule) {
    segment
        .getListDataView()
        .getItems()
        .filter(choice -> choice.value().equals(rule.code()))
        .findFirst()
        .ifPresent(segment::setValue);
    return this;
  }

  @Override
  public Component component() {
    return body;
  }

  @Override
  public Optional<SegmentRule> rule() {
    return Optional.ofNullable(segment.getValue()).map(choice -> new InSegment(choice.value()));
  }
}
