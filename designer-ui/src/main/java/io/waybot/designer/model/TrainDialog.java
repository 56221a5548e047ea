package io.waybot.designer.model;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.model.ModelService;
import io.waybot.runtime.model.ModelService.Table;
import io.waybot.runtime.model.TrainingWish;
import java.util.List;
import java.util.Optional;

/** What to train: model, table, label, features and what it is measured on. */
class TrainDialog extends Dialog {
  private final Texts texts;
  private final TextField code = new TextField();
  private final TextField nameZh = new TextField();
  private final TextField nameEn = new TextField();
  private final ComboBox<Table> table = new ComboBox<>();
  private final ComboBox<DatasetColumn> label = new ComboBox<>();
  private final MultiSelectComboBox<DatasetColumn> features = new MultiSelectComboBox<>();
  private final SplitFields split;

  TrainDialog(ModelService models, Texts texts, Attempt attempt, Runnable queued) {
    this.texts = texts;
    this.split = new SplitFields(texts);
    setHeaderTitle(texts.get("models.train"));
    setWidth("720px");
    label();
    var tables = models.tables();
    table.setItems(tables);
    table.addValueChangeListener(change -> columns());
    if (!tables.isEmpty()) {
      table.setValue(tables.getFirst());
    }
    var form = new FormLayout(code, nameZh, nameEn, table, label, features);
    form.setColspan(features, 2);
    add(form, split);
    FormButtons.below(
        this,
        texts.get("models.train.go"),
        () -> whole() && attempt.get(() -> models.train(wish())).isPresent(),
        () -> {
          Notice.good(texts.get("models.train.queued"));
          queued.run();
        });
  }

  private void label() {
    code.setLabel(texts.get("models.code"));
    code.setHelperText(texts.get("models.code.how"));
    nameZh.setLabel(texts.get("models.nameZh"));
    nameEn.setLabel(texts.get("models.nameEn"));
    table.setLabel(texts.get("models.table"));
    table.setItemLabelGenerator(t -> chinese() ? t.dataset().labelZh() : t.dataset().labelEn());
    label.setLabel(texts.get("models.label"));
    label.setHelperText(texts.get("models.label.how"));
    label.setItemLabelGenerator(TrainDialog::heading);
    features.setLabel(texts.get("models.features.pick"));
    features.setHelperText(texts.get("models.features.how"));
    features.setItemLabelGenerator(TrainDialog::heading);
  }

  private void columns() {
    var columns = table.getOptionalValue().map(Table::columns).orElse(List.of());
    label.setItems(columns);
    features.setItems(columns);
    split.columns(columns);
  }

  private boolean whole() {
    for (var field : List.of(code, nameZh, nameEn)) {
      field.setInvalid(field.getValue().isBlank());
    }
    table.setInvalid(table.getValue() == null);
    label.setInvalid(label.getValue() == null);
    return !code.isInvalid()
        && !nameZh.isInvalid()
        && !nameEn.isInvalid()
        && !table.isInvalid()
        && !label.isInvalid()
        && split.whole();
  }

  private TrainingWish wish() {
    return new TrainingWish(
        code.getValue().strip(),
        nameZh.getValue().strip(),
        nameEn.getValue().strip(),
        table.getValue().dataset().name(),
        label.getValue().name(),
        features.getValue().stream().map(DatasetColumn::name).toList(),
        split.value());
  }

  static String heading(DatasetColumn column) {
    return chinese()
        ? Optional.ofNullable(column.labelZh()).orElse(column.label())
        : column.label();
  }

  private static boolean chinese() {
    return Texts.isChinese(Texts.language());
  }
}
