package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import io.waybot.bots.template.Choice;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.HadEvent;
import io.waybot.designer.shell.Texts;
import java.util.List;
import java.util.Optional;

/** Something that happened to the customer, so many times, within some days. */
class EventRow implements ConditionRow {
  private static final int USUAL_DAYS = 5;
  private static final int MOST_DAYS = 400;
  private static final int MOST_TIMES = 1_000;

  private final ComboBox<Choice> event = new ComboBox<>();
  private final IntegerField times = new IntegerField();
  private final IntegerField days = new IntegerField();

  EventRow(Texts texts, List<Choice> events, Runnable changed) {
    event.setItems(events);
    event.setItemLabelGenerator(Choice::name);
    event.setPlaceholder(texts.get("segments.event"));
    event.setWidth("18em");
    between(times, 1, MOST_TIMES, 1, texts.get("segments.times"));
    between(days, 0, MOST_DAYS, USUAL_DAYS, texts.get("segments.days"));
    event.addValueChangeListener(change -> changed.run());
    times.addValueChangeListener(change -> changed.run());
    days.addValueChangeListener(change -> changed.run());
  }

  private static void between(IntegerField field, int least, int most, int first, String unit) {
    field.setMin(least);
    field.setMax(most);
    field.setValue(first);
    field.setSuffixComponent(new Span(unit));
    field.setWidth("11em");
  }

  EventRow with(HadEvent rule) {
    event
        .getListDataView()
        .getItems()
        .filter(choice -> choice.value().equals(rule.code()))
        .findFirst()
        .ifPresent(event::setValue);
    times.setValue(rule.atLeast());
    days.setValue(rule.days());
    return this;
  }

  @Override
  public Component component() {
    return new Span(event, times, days);
  }

  @Override
  public Optional<SegmentRule> rule() {
    var chosen = event.getValue();
    var often = times.getValue();
    var within = days.getValue();
    if (chosen == null || often == null || within == null) {
      return Optional.empty();
    }
    boolean possible = within >= 0 && within <= MOST_DAYS && often >= 1 && often <= MOST_TIMES;
    return possible ? Optional.of(new HadEvent(chosen.value(), within, often)) : Optional.empty();
  }
}
