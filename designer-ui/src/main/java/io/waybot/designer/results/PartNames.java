package io.waybot.designer.results;

import io.waybot.designer.shell.GroupNames;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import org.springframework.stereotype.Component;

/** What the parts of a result are called. */
@Component
class PartNames {
  private final Texts texts;
  private final UnitNames units;
  private final GroupNames groups;

  PartNames(Texts texts, UnitNames units, GroupNames groups) {
    this.texts = texts;
    this.units = units;
    this.groups = groups;
  }

  String channel(String code) {
    var key = "channel." + code;
    return texts.has(key) ? texts.get(key) : code;
  }

  String wave(String number) {
    return texts.get("results.wave", number);
  }

  String unit(String code) {
    return units.of(code);
  }

  String group(String code) {
    return groups.of(code);
  }
}
