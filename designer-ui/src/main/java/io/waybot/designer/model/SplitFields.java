package io.waybot.designer.model;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.waybot.connectors.model.Split;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.designer.shell.Texts;
import java.util.List;

/** Which rows the model is measured on: dealt parts, or the newest. */
class SplitFields extends FormLayout {
  private static final long SEED = 42;
  private static final int FOLDS = 5;
  private static final int PERCENT = 20;

  private enum Way {
    KFOLD,
    OUT_OF_TIME
  }

  private final Select<Way> way = new Select<>();
  private final IntegerField folds = new IntegerField();
  private final IntegerField percent = new IntegerField();
  private final ComboBox<DatasetColumn> time = new ComboBox<>();

  SplitFields(Texts texts) {
    way.setLabel(texts.get("models.split"));
    way.setItems(Way.values());
    way.setItemLabelGenerator(w -> texts.get("models.split." + w));
    folds.setLabel(texts.get("models.folds"));
    folds.setMin(2);
    folds.setMax(20);
    folds.setStepButtonsVisible(true);
    folds.setValue(FOLDS);
    percent.setLabel(texts.get("models.newest"));
    percent.setMin(5);
    percent.setMax(50);
    percent.setValue(PERCENT);
    time.setLabel(texts.get("models.time"));
    time.setHelperText(texts.get("models.time.how"));
    time.setClearButtonVisible(true);
    time.setItemLabelGenerator(TrainDialog::heading);
    way.addValueChangeListener(change -> {
      folds.setVisible(change.getValue() == Way.KFOLD);
      percent.setVisible(change.getValue() == Way.OUT_OF_TIME);
      time.setVisible(change.getValue() == Way.OUT_OF_TIME);
    });
    way.setValue(Way.KFOLD);
    add(way, folds, percent, time);
  }

  void columns(List<DatasetColumn> columns) {
    time.setItems(columns.stream().filter(column -> column.type() != ColumnType.TEXT).toList());
  }

  boolean whole() {
    return way.getValue() == Way.KFOLD
        ? folds.getValue() != null && !folds.isInvalid()
        : percent.getValue() != null && !percent.isInvalid();
  }

  Split value() {
    return way.getValue() == Way.KFOLD
        ? new Split.KFold(folds.getValue(), SEED)
        : new Split.OutOfTime(
            time.getOptionalValue().map(DatasetColumn::name).orElse(null),
            percent.getValue() / 100.0);
  }
}
