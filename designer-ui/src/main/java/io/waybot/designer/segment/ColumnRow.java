package io.waybot.designer.segment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.Op;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.segment.SegmentService.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A column of the customers' data, compared with a value. */
class ColumnRow implements ConditionRow {
  private final ComboBox<Field> field = new ComboBox<>();
  private final Select<Op> op = new Select<>();
  private final TextField value = new TextField();

  ColumnRow(Texts texts, List<Field> fields, Runnable changed) {
    field.setItems(fields);
    field.setItemLabelGenerator(ColumnRow::label);
    field.setPlaceholder(texts.get("segments.field"));
    field.setWidth("18em");
    op.setItems(Op.values());
    op.setItemLabelGenerator(operator -> texts.get("segments.op." + operator));
    op.setValue(Op.EQ);
    value.setPlaceholder(texts.get("segments.value"));
    field.addValueChangeListener(change -> changed.run());
    op.addValueChangeListener(change -> changed.run());
    value.addValueChangeListener(change -> changed.run());
  }

  ColumnRow with(SegmentRule.Column rule) {
    field
        .getListDataView()
        .getItems()
        .filter(known ->
            known.dataset().equals(rule.dataset()) && known.column().name().equals(rule.column()))
        .findFirst()
        .ifPresent(field::setValue);
    op.setValue(rule.op());
    value.setValue(String.join(", ", rule.values()));
    return this;
  }

  private static String label(Field field) {
    var zh = field.column().labelZh();
    var name = Texts.isChinese(Texts.language()) && zh != null ? zh : field.column().label();
    return field.dataset() + " · " + name;
  }

  @Override
  public Component component() {
    return new Span(field, op, value);
  }

  @Override
  public Optional<SegmentRule> rule() {
    var chosen = field.getValue();
    var values =
        Arrays.stream(value.getValue().split("[,,]"))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .toList();
    var needed = op.getValue() == Op.BETWEEN ? 2 : op.getValue() == Op.IS_EMPTY ? 0 : 1;
    if (chosen == null || values.size() < needed) {
      return Optional.empty();
    }
    return Optional.of(
        new SegmentRule.Column(
            chosen.dataset(),
            chosen.column().name(),
            op.getValue(),
            op.getValue() == Op.IS_EMPTY ? List.of() : values));
  }
}
