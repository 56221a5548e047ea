package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.waybot.bots.template.Choice;
import io.waybot.db.segment.SegmentRule;
import io.waybot.designer.shell.Texts;
import java.util.List;
import java.util.Optional;

/** Something that happened to the customer within some days. */
class EventRow implements ConditionRow {
  private static final int USUAL_DAYS = 5;
  private static final int MOST_DAYS = 400;

  private final ComboBox<Choice> event = new ComboBox<>();
  private final IntegerField days = new IntegerField();

  EventRow(Texts texts, List<Choice> events, Runnable changed) {
    event.setItems(events);
    event.setItemLabelGenerator(Choice::name);
    event.setPlaceholder(texts.get("segments.event"));
    days.setMin(0);
    days.setMax(MOST_DAYS);
    days.setValue(USUAL_DAYS);
    days.setSuffixComponent(new Span(texts.get("segments.days")));
    event.addValueChangeListener(change -> changed.run());
    days.addValueChangeListener(change -> changed.run());
  }

  @Override
  public Component component() {
    return new Span(event, days);
  }

  @Override
  public Optional<SegmentRule> rule() {
    var chosen = event.getValue();
    var within = days.getValue();
    return chosen == null || within == null || within < 0 || within > MOST_DAYS
        ? Optional.empty()
        : Optional.of(new SegmentRule.HadEvent(chosen.value(), within, 1));
  }
}
