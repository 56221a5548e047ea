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

  @Test
  void takesOneOfSeveralEvents() {
    var rule = DemoWords.rule("event E15 E17 within 7; group_code != G1");

    assertThat(rule)
        .isEqualTo(
            new SegmentRule.All(
                List.of(
                    new SegmentRule.Any(
                        List.of(
                            new SegmentRule.HadEvent("E15", 7, 1),
                            new SegmentRule.HadEvent("E17", 7, 1))),
                    Column.of("customers", "group_code", Op.NE, "G1"))));
  }
}
