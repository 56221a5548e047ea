package io.waybot.connectors.segment;

import static io.waybot.db.segment.SegmentRule.Op.BETWEEN;
import static io.waybot.db.segment.SegmentRule.Op.EQ;
import static io.waybot.db.segment.SegmentRule.Op.GE;
import static io.waybot.db.segment.SegmentRule.Op.GT;
import static io.waybot.db.segment.SegmentRule.Op.IN;
import static io.waybot.db.segment.SegmentRule.Op.IS_EMPTY;
import static io.waybot.db.segment.SegmentRule.Op.LT;
import static io.waybot.db.segment.SegmentRule.Op.NE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentRule.All;
import io.waybot.db.segment.SegmentRule.Any;
import io.waybot.db.segment.SegmentRule.Column;
import io.waybot.db.segment.SegmentRule.HadEvent;
import io.waybot.db.segment.SegmentRule.InSegment;
import io.waybot.db.segment.SegmentRule.Not;
import io.waybot.db.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class SqlSegmentSourceTest {

  @ParameterizedTest
  @EnumSource
  void comparesColumnsOfEveryType(TestDatabase kind) {
    var bank = new SegmentBank(kind);

    assertThat(bank.ask(is("age", GE, "30"))).containsExactly(2, 3, 4);
    assertThat(bank.ask(is("aum_yuan", BETWEEN, "1000", "5000.5"))).containsExactly(1, 3);
    assertThat(bank.ask(is("group_code", IN, "G5", "G6"))).containsExactly(1, 2, 4);
    assertThat(bank.ask(is("consent", EQ, "true"))).containsExactly(1, 2, 4);
    assertThat(bank.ask(is("opened", GT, "today-30"))).containsExactly(2);
    assertThat(bank.ask(is("opened", LT, "2026-10-22"))).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyFieldFulfilsNoComparisonButIsEmptyAndNotFindIt(TestDatabase kind) {
    var bank = new SegmentBank(kind);

    assertThat(bank.ask(is("group_code", NE, "G5"))).containsExactly(2, 4);
    assertThat(bank.ask(is("group_code", IS_EMPTY))).containsExactly(3);
    assertThat(bank.ask(new Not(is("group_code", EQ, "G5")))).containsExactly(2, 3, 4);
  }

  @ParameterizedTest
  @EnumSource
  void nestsAllAnyAndNot(TestDatabase kind) {
    var bank = new SegmentBank(kind);

    var rule =
        new All(
            List.of(
                is("consent", EQ, "true"),
                new Any(List.of(is("age", LT, "30"), is("aum_yuan", GT, "9000"))),
                new Not(is("group_code", EQ, "G7"))));

    assertThat(bank.ask(rule)).containsExactly(1, 4);
    assertThat(bank.ask(new All(List.of()))).containsExactly(1, 2, 3, 4);
    assertThat(bank.ask(new Any(List.of()))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void countsEventsOnBankDaysRelativeToTheBusinessDate(TestDatabase kind) {
    var bank = new SegmentBank(kind);
    bank.event("a", 1, "E01", "2026-11-15T00:00:00+08:00");
    bank.event("b", 2, "E01", "2026-11-14T23:59:59+08:00");
    bank.event("c", 3, "E01", "2026-11-20T23:59:59+08:00");
    bank.event("d", 4, "E01", "2026-11-21T00:00:00+08:00");
    bank.event("e", 1, "E01", "2026-11-16T10:00:00+08:00");

    assertThat(bank.ask(new HadEvent("E01", 5, 1))).containsExactly(1, 3);
    assertThat(bank.ask(new HadEvent("E01", 5, 2))).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource
  void buildsOnOtherSegmentsAndUploadedLists(TestDatabase kind) {
    var bank = new SegmentBank(kind);
    var list = bank.list(RoaringBitmap.bitmapOf(2, 4, 5));
    bank.segments.add(Segment.byList("vip", "贵宾", "VIP", "00", list, "planner", SegmentBank.NOW));
    bank.segments.add(
        rule("young_vip", new All(List.of(new InSegment("vip"), is("age", LT, "35")))));

    assertThat(bank.ask(new InSegment("young_vip"))).containsExactly(2);
    assertThat(bank.ask(new Not(new InSegment("vip")))).containsExactly(1, 3);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsWrongWithARule(TestDatabase kind) {
    var bank = new SegmentBank(kind);
    bank.segments.add(rule("loop", new Not(new InSegment("loop"))));

    assertProblem(bank, new InSegment("loop"), "contains_itself");
    assertProblem(bank, new InSegment("gone"), "no_segment");
    assertProblem(bank, Column.of("nothing", "age", EQ, "1"), "no_dataset");
    assertProblem(bank, is("age = 1 or 1", EQ, "1"), "no_column");
    assertProblem(bank, is("age", EQ, "1 or 1=1"), "value");
    assertProblem(bank, is("group_code", LT, "G5"), "no_order");
    assertProblem(bank, is("age", BETWEEN, "1"), "values");
  }

  @ParameterizedTest
  @EnumSource
  void keepsARuleAsJsonAndRefusesAStaleChange(TestDatabase kind) {
    var bank = new SegmentBank(kind);
    var rule = new All(List.of(is("age", GE, "30"), new Not(new HadEvent("E01", 5, 1))));
    var first = rule("adults", rule);
    bank.segments.add(first);

    var second = first.redefined("成年", "Adults", is("age", GE, "18"), "planner2", Instant.EPOCH);
    bank.segments.change(second);

    assertThat(bank.segments.find("adults")).contains(second);
    assertThatThrownBy(() -> bank.segments.change(second))
        .isInstanceOf(org.springframework.dao.OptimisticLockingFailureException.class);
  }

  private static void assertProblem(SegmentBank bank, SegmentRule rule, String code) {
    assertThatThrownBy(() -> bank.ask(rule))
        .isInstanceOfSatisfying(
            SegmentProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message("zh")).isNotEqualTo(problem.message("en"));
            });
  }

  private static Segment rule(String code, SegmentRule rule) {
    return Segment.byRule(code, code, code, "00", rule, "planner", SegmentBank.NOW);
  }

  private static Column is(String column, SegmentRule.Op op, String... values) {
    return Column.of("customers", column, op, values);
  }
}
