package io.waybot.runtime.demo;

import io.waybot.db.strategy.Strategy;
import io.waybot.db.strategy.StrategyTables;
import io.waybot.demo.bank.Catalogue;
import io.waybot.demo.bank.DemoTables;
import org.springframework.stereotype.Component;

/** The demo bank's strategy table: seven payroll groups, 53 rows. */
@Component
class DemoStrategies {
  static final String TABLE = "payroll-activation";
  private static final String HEAD_OFFICE = "00";
  private static final String BY = "demo";

  private final StrategyTables tables;

  DemoStrategies(StrategyTables tables) {
    this.tables = tables;
  }

  void moveIn() {
    if (tables.find(TABLE).isEmpty()) {
      var rows = DemoTables.strategies().stream().map(DemoStrategies::strategy).toList();
      tables.create(TABLE, "代发客群策略", "Payroll groups", HEAD_OFFICE, rows, BY);
    }
  }

  static Strategy strategy(Catalogue.Strategy s) {
    return new Strategy(
        s.code(),
        s.group(),
        s.event(),
        s.product(),
        DemoCatalogue.code(s.first()),
        s.second() == null ? null : DemoCatalogue.code(s.second()),
        s.content(),
        s.purpose(),
        s.freshDays(),
        s.priority());
  }
}
