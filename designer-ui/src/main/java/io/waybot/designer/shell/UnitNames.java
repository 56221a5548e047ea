package io.waybot.designer.shell;

import io.waybot.db.bank.OrgUnits;
import org.springframework.stereotype.Component;

/** Organisation units as people call them: code and name in the language of the screen. */
@Component
public class UnitNames {
  private final OrgUnits units;

  UnitNames(OrgUnits units) {
    this.units = units;
  }

  /** {@code 1101 东湖路支行}; the code alone if no such unit exists any more. */
  public String of(String code) {
    return units
        .find(code)
        .map(unit ->
            code + " " + (Texts.isChinese(Texts.language()) ? unit.nameZh() : unit.nameEn()))
        .orElse(code);
  }
}
