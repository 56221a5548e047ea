package io.waybot.designer.shell;

import io.waybot.db.segment.SegmentStore;
import org.springframework.stereotype.Component;

/** Payroll groups as people call them: a group has the name of the segment with its code. */
@Component
public class GroupNames {
  private final Texts texts;
  private final SegmentStore segments;

  GroupNames(Texts texts, SegmentStore segments) {
    this.texts = texts;
    this.segments = segments;
  }

  /** {@code G5 储蓄代发}; the code alone if there is no such segment; empty: without a group. */
  public String of(String code) {
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
