package io.waybot.designer.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A handful of rows that are read as a whole: the first column names, the others count. */
public final class SmallTable extends NativeTable {

  public SmallTable(String... heads) {
    addClassName("wb-table");
    var row = new NativeTableRow();
    for (var head : heads) {
      row.add(new NativeTableHeaderCell(head));
    }
    getHead().add(row);
  }

  /** One more row. */
  public SmallTable row(Component... cells) {
    var row = getBody().addRow();
    for (var cell : cells) {
      row.addDataCell().add(cell);
    }
    return this;
  }

  /** One more row of words. */
  public SmallTable row(String... cells) {
    var row = getBody().addRow();
    for (var cell : cells) {
      row.addDataCell().add(new Span(cell));
    }
    return this;
  }
}
