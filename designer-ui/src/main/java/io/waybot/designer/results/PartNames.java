package io.waybot.designer.results;

import io.waybot.db.segment.SegmentStore;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import org.springframework.stereotype.Component;

/** What the parts of a result are called; a payroll group has the name of its segment. */
@Component
class PartNames {
  private final Texts texts;
  private final UnitNames units;
  private final SegmentStore segments;

  PartNames(Texts texts, UnitNames units, SegmentStore segments) {
    this.texts = texts;
    this.units = units;
    this.segments = segments;
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
    if (code.isEmpty()) {
      return texts.get("results.group.none");
    }
    return segments
        .find(code)
        .map(segment ->
            code + " " + (Texts.isChinese(Texts.language()) ? segment.nameZh() : segment.nameEn()))
        .orElse(code);
  }
}
