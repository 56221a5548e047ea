package io.waybot.designer.imports;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.connectors.imports.FilePreview;
import io.waybot.connectors.imports.ImportKey;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.connectors.imports.MappedColumn;
import io.waybot.db.customer.ColumnType;
import io.waybot.db.customer.SafeNames;
import io.waybot.designer.shell.DateField;
import io.waybot.designer.shell.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each column of a file goes, with its first values beside it. */
class MappingForm extends VerticalLayout {
  private static final int VALUES_SHOWN = 3;
  private final Texts texts;
  private final FilePreview preview;
  private final TextField dataset = new TextField();
  private final DateField dataDate = new DateField();
  private final Select<ImportMapping.Mode> mode = new Select<>();
  private final ComboBox<String> key = new ComboBox<>();
  private final List<MappedColumn> columns;

  MappingForm(Texts texts, FilePreview preview, String fileName) {
    this.texts = texts;
    this.preview = preview;
    this.columns = new ArrayList<>(preview.columns());
    setPadding(false);
    dataset.setLabel(texts.get("imports.dataset"));
    dataset.setValue(SafeNames.of(fileName.replaceFirst("\\.[^.]*$", ""), 1));
    dataDate.setLabel(texts.get("imports.date"));
    mode.setLabel(texts.get("imports.mode"));
    mode.setItems(ImportMapping.Mode.values());
    mode.setItemLabelGenerator(m -> texts.get("imports.mode." + m));
    mode.setValue(ImportMapping.Mode.UPSERT);
    key.setLabel(texts.get("imports.key"));
    key.setItems(preview.headings());
    key.setHelperText(texts.get("imports.key.none"));
    key.setClearButtonVisible(true);
    Optional.ofNullable(preview.key()).ifPresent(key::setValue);
    add(new HorizontalLayout(dataset, dataDate, mode, key), grid());
  }

  private Grid<MappedColumn> grid() {
    var grid = new Grid<MappedColumn>();
    grid.addColumn(MappedColumn::source).setHeader(texts.get("imports.source")).setAutoWidth(true);
    grid.addColumn(this::firstValues).setHeader(texts.get("imports.values")).setFlexGrow(1);
    grid.addColumn(MappedColumn::target).setHeader(texts.get("imports.target")).setAutoWidth(true);
    grid.addComponentColumn(this::type).setHeader(texts.get("imports.type")).setAutoWidth(true);
    grid.setItems(columns);
    grid.setHeight("320px");
    return grid;
  }

  private Select<ColumnType> type(MappedColumn column) {
    int index = preview.headings().indexOf(column.source());
    var type = new Select<ColumnType>();
    type.setItems(ColumnType.values());
    type.setItemLabelGenerator(t -> texts.get("imports.type." + t));
    type.setValue(columns.get(index).type());
    type.addValueChangeListener(
        change -> columns.set(index, columns.get(index).as(change.getValue())));
    return type;
  }

  private String firstValues(MappedColumn column) {
    int index = preview.headings().indexOf(column.source());
    return preview.rows().stream()
        .limit(VALUES_SHOWN)
        .map(row -> index < row.size() ? row.get(index) : "")
        .reduce((a, b) -> a + " · " + b)
        .orElse("");
  }

  boolean complete() {
    dataset.setInvalid(!SafeNames.isSafe(dataset.getValue()));
    dataset.setErrorMessage(texts.get("imports.dataset.wrong"));
    return !dataset.isInvalid();
  }

  /** The mapping as filled in; without a date the file describes {@code today}. */
  ImportMapping mapping(LayoutForm layout, LocalDate today) {
    return new ImportMapping(
        dataset.getValue(),
        Optional.ofNullable(dataDate.getValue()).orElse(today),
        mode.getValue(),
        key.getOptionalValue().map(ImportKey::column).orElseGet(ImportKey::generatedByRow),
        layout.format(),
        layout.charset(),
        layout.delimiter(),
        null,
        null,
        columns);
  }
}
