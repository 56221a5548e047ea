package io.waybot.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.Table;
import com.vaadin.flow.component.html.TableDataCell;

/** A handful of rows that are read as a whole: the first column names, the others count. */
public final class SmallTable extends Table {

  public SmallTable(String... heads) {
    addClassName("wb-table");
    addHeaderRow(heads);
  }

  /** Columns that hold words, counted from 1: they begin at the left, as the first one does. */
  public SmallTable words(int... columns) {
    for (int column : columns) {
      addClassName("wb-words-" + column);
    }
    return this;
  }

  /** One more row. */
  public SmallTable row(Component... cells) {
    var row = addRow();
    for (var cell : cells) {
      var data = new TableDataCell();
      data.add(cell);
      row.addCells(data);
    }
    return this;
  }

  /** One more row of words. */
  public SmallTable row(String... cells) {
    var row = addRow();
    for (var cell : cells) {
      var data = new TableDataCell();
      data.add(new Span(cell));
      row.addCells(data);
    }
    return this;
  }
}
