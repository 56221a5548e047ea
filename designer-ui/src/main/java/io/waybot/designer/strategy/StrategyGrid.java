package io.waybot.designer.strategy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.binder.Binder;
import io.waybot.bots.template.Choice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.strategy.CellFault;
import io.waybot.runtime.strategy.StrategyRow;
import io.waybot.runtime.strategy.StrategyRow.Cell;
import io.waybot.runtime.strategy.StrategyService;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table; a double click edits one, each cell with what the bank has to choose from.
 */
class StrategyGrid extends Grid<Line> {
  private final StrategyService strategies;
  private final Texts texts;
  private final Runnable changed;
  private final Set<String> waiting;
  private final Map<Cell, Map<String, String>> names = new EnumMap<>(Cell.class);
  private final Binder<Line> binder = new Binder<>();
  private List<Line> lines = new ArrayList<>();

  StrategyGrid(StrategyService strategies, Texts texts, boolean mayEdit, Runnable changed) {
    this.strategies = strategies;
    this.texts = texts;
    this.changed = changed;
    this.waiting = strategies.notConnected();
    getEditor().setBinder(binder);
    for (var cell : Cell.values()) {
      var choices = strategies.choices(cell, Texts.language());
      if (choices != null) {
        names.put(cell, choices.stream().collect(Collectors.toMap(Choice::value, Choice::name)));
      }
      var column =
          addComponentColumn(line -> shown(line, cell))
              .setHeader(cell.heading(Texts.isChinese(Texts.language())))
              .setResizable(true)
              .setWidth(choices == null ? "5em" : "7em")
              .setFlexGrow(choices == null ? 0 : 1);
      if (mayEdit) {
        column.setEditorComponent(editor(cell, choices));
      }
    }
    if (mayEdit) {
      addComponentColumn(this::remove).setFlexGrow(0).setWidth("5em");
      addItemDoubleClickListener(click -> getEditor().editItem(click.getItem()));
      getEditor().addCloseListener(close -> judge());
    }
    setSizeFull();
  }

  void show(List<StrategyRow> rows) {
    lines = rows.stream().map(Line::new).collect(Collectors.toCollection(ArrayList::new));
    setItems(lines);
    judge();
  }

  List<StrategyRow> rows() {
    return lines.stream().map(Line::row).toList();
  }

  /** A new row at the end, opened for editing. */
  void add() {
    var line = new Line(StrategyRow.empty("T" + (lines.size() + 1)));
    lines.add(line);
    setItems(lines);
    judge();
    scrollToEnd();
    getEditor().editItem(line);
  }

  /** How many rows wait for a channel. */
  long waitingRows() {
    return lines.stream().filter(line -> waiting.contains(line.row().channel())).count();
  }

  long faultyCells() {
    return lines.stream()
        .flatMap(line -> List.of(Cell.values()).stream().filter(cell -> line.fault(cell) != null))
        .count();
  }

  private void judge() {
    Map<Integer, List<CellFault>> byRow =
        strategies.faults(rows()).stream().collect(Collectors.groupingBy(CellFault::row));
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).judged(byRow.getOrDefault(i, List.of()));
    }
    getDataProvider().refreshAll();
    changed.run();
  }

  private Component shown(Line line, Cell cell) {
    var text = line.row().get(cell);
    var span = new Span(names.getOrDefault(cell, Map.of()).getOrDefault(text, text));
    span.addClassName("wb-clamp");
    span.setTitle(span.getText());
    var fault = line.fault(cell);
    if (fault != null) {
      span.setText(text.isEmpty() ? "?" : text);
      span.addClassName("wb-bad");
      span.setTitle(texts.get("strategies.fault." + fault.code()));
    } else if (cell == Cell.CHANNEL && waiting.contains(text)) {
      span.add(new Span(" · " + texts.get("strategies.waits")));
      span.addClassName("wb-muted");
      span.setTitle(texts.get("strategies.waits.why"));
    }
    return span;
  }

  private Component editor(Cell cell, @Nullable List<Choice> choices) {
    if (choices == null) {
      var field = new TextField();
      field.setWidthFull();
      bind(field, cell);
      return field;
    }
    var box = new ComboBox<String>();
    box.setItems(choices.stream().map(Choice::value).toList());
    box.setItemLabelGenerator(
        value -> names.getOrDefault(cell, Map.of()).getOrDefault(value, value));
    box.setClearButtonVisible(true);
    box.setWidthFull();
    bind(box, cell);
    return box;
  }

  private void bind(HasValue<?, String> field, Cell cell) {
    binder
        .forField(field)
        .bind(
            line -> line.row().get(cell).isEmpty() ? field.getEmptyValue() : line.row().get(cell),
            (line, text) -> line.write(cell, text));
  }

  private Button remove(Line line) {
    var button =
        new Button(
            VaadinIcon.TRASH.create(),
            click -> {
              getEditor().cancel();
              lines.remove(line);
              setItems(lines);
              judge();
            });
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.setAriaLabel(texts.get("strategies.remove", line.row().code()));
    return button;
  }
}
