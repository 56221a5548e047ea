package io.waybot.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.Column;
import io.waybot.db.segment.SegmentRule.Op;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoWordsTest {

  @Test
  void readsTheConditionsOfAShippedSegment() {
    var rule = DemoWords.rule("group_code in G5 G6 G7; event E01 within 5; demand_yuan >= 1000");

    assertThat(rule)
        .isEqualTo(
            new SegmentRule.All(
                List.of(
                    Column.of("customers", "group_code", Op.IN, "G5", "G6", "G7"),
                    new SegmentRule.HadEvent("E01", 5, 1),
                    Column.of("customers", "demand_yuan", Op.GE, "1000"))));
  }
}
