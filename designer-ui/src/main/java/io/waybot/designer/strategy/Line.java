package io.waybot.designer.strategy;

import io.waybot.runtime.strategy.CellFault;
import io.waybot.runtime.strategy.StrategyRow;
import io.waybot.runtime.strategy.StrategyRow.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row while somebody works on it. */
final class Line {
  private StrategyRow row;
  private List<CellFault> faults = List.of();

  Line(StrategyRow row) {
    this.row = row;
  }

  StrategyRow row() {
    return row;
  }

  void write(Cell cell, @Nullable String text) {
    row = row.with(cell, text);
  }

  void judged(List<CellFault> found) {
    faults = found;
  }

  /** What is wrong with a cell, null if nothing is. */
  @Nullable CellFault fault(Cell cell) {
    return faults.stream().filter(fault -> fault.cell() == cell).findFirst().orElse(null);
  }
}
