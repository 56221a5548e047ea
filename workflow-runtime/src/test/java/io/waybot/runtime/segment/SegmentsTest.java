package io.waybot.runtime.segment;

import static io.waybot.runtime.segment.SegmentDesk.EAST;
import static io.waybot.runtime.segment.SegmentDesk.HEAD;
import static io.waybot.runtime.segment.SegmentDesk.SOUTH;
import static io.waybot.runtime.segment.SegmentDesk.planner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.connectors.imports.FileLayout;
import io.waybot.connectors.imports.TableWriter;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule.All;
import io.waybot.db.segment.SegmentRule.InSegment;
import io.waybot.db.segment.SegmentRule.Not;
import io.waybot.db.segment.SegmentStore;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.language.Phrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentsTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final FileLayout CSV = FileLayout.csv(StandardCharsets.UTF_8, ',');

  @TempDir Path home;

  @ParameterizedTest
  @EnumSource
  void anUploadedListTakesTheOwnUnitsCustomersAndWritesTheOthersDown(TestDatabase database)
      throws IOException {
    try (var desk = new SegmentDesk(database, home)) {
      var file =
          Files.writeString(home.resolve("vip.csv"), "name,客户号\nA,C1\nB,C2\nC,C2\nD,X9\nE,C5\n");
      var lists = desk.bean(UploadedLists.class);

      var columns = lists.columns(file, CSV);
      var upload = lists.read(file, CSV, columns.likely(), planner(EAST));
      lists.save("VIP", "贵宾", "VIP", upload, null, planner(EAST));

      assertThat(columns.all()).containsExactly("name", "客户号");
      assertThat(columns.likely()).isEqualTo("客户号");
      assertThat(upload.rows()).isEqualTo(5);
      assertThat(upload.matched()).isEqualTo(2);
      assertThat(upload.repeated()).isEqualTo(1);
      assertThat(upload.unknown()).isEqualTo(2);
      assertThat(Files.readAllLines(upload.errors())).hasSize(3);
      assertThat(Files.readString(upload.errors()))
          .contains("D,X9,没有客户“X9”,")
          .contains("E,C5,")
          .contains("There is no customer");
      assertThat(members(desk, "VIP")).containsExactly(1, 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aWorkbookIsAListToo(TestDatabase database) throws IOException {
    try (var desk = new SegmentDesk(database, home)) {
      var file = home.resolve("vip.xlsx");
      try (var workbook = TableWriter.xlsx(file, "list")) {
        workbook.row(List.of("customer_no"));
        workbook.row(List.of("C3"));
        workbook.row(List.of("C5"));
      }

      var upload =
          desk.bean(UploadedLists.class)
              .read(file, FileLayout.xlsx(null), "customer_no", planner(HEAD));

      assertThat(upload.customers().toArray()).containsExactly(3, 5);
      assertThat(upload.unknown()).isZero();
      assertThat(upload.errors()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatIsNoneIsRefusedInTheReadersLanguage(TestDatabase database) throws IOException {
    try (var desk = new SegmentDesk(database, home)) {
      var lists = desk.bean(UploadedLists.class);
      var file = Files.writeString(home.resolve("vip.xlsx"), "no workbook");
      var nobody = Files.writeString(home.resolve("nobody.csv"), "customer_no\nX1\n");

      assertThatThrownBy(
              () -> lists.read(file, FileLayout.xlsx(null), "customer_no", planner(EAST)))
          .isInstanceOfSatisfying(
              ApiProblem.class,
              problem -> assertThat(said(problem)).contains("not a readable Excel workbook"));
      var upload = lists.read(nobody, CSV, "customer_no", planner(EAST));
      refuses("list_empty", () -> lists.save("V", "v", "v", upload, null, planner(EAST)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aChangeIsTheNextVersionAndTheOldOneStaysReadable(TestDatabase database) throws IOException {
    try (var desk = new SegmentDesk(database, home)) {
      var segments = desk.bean(SegmentService.class);
      var everybody = new All(List.of());
      var nobody = new Not(everybody);
      segments.save("ALL", "全部", "Everybody", everybody, null, planner(EAST));
      segments.save("ALL", "全部客户", "All", nobody, 1, planner(EAST));

      refuses(
          "segment_changed",
          () -> segments.save("ALL", "全部", "Everybody", everybody, 1, planner(EAST)));
      refuses(
          "segment_taken",
          () -> segments.save("ALL", "全部", "Everybody", everybody, null, planner(EAST)));
      refuses(
          "segment_taken",
          () -> segments.save("ALL", "全部", "Everybody", everybody, 2, planner(SOUTH)));
      var store = desk.bean(SegmentStore.class);
      var now = store.find("ALL").orElseThrow();
      assertThat(now.version()).isEqualTo(2);
      assertThat(store.versions(now)).extracting(Segment::rule).containsExactly(nobody, everybody);
      assertThat(store.versions(now))
          .extracting(Segment::nameEn)
          .containsExactly("All", "Everybody");
      assertThat(segments.mayChange(now, planner(HEAD))).isTrue();
      assertThat(segments.mayChange(now, planner(SOUTH))).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSegmentMayNotContainItself(TestDatabase database) {
    try (var desk = new SegmentDesk(database, home)) {
      var segments = desk.bean(SegmentService.class);
      segments.save("A", "甲", "A", new All(List.of()), null, planner(EAST));
      segments.save("B", "乙", "B", new InSegment("A"), null, planner(EAST));

      refuses(
          "segment_rule", () -> segments.save("A", "甲", "A", new InSegment("B"), 1, planner(EAST)));
      assertThat(members(desk, "A")).containsExactly(1, 2, 3, 4, 5);
    }
  }

  @ParameterizedTest
  @EnumSource
  void countsOnlyTheReadersOwnCustomers(TestDatabase database) {
    try (var desk = new SegmentDesk(database, home)) {
      var segments = desk.bean(SegmentService.class);
      var everybody = new All(List.of());

      assertThat(segments.count(everybody, planner(HEAD))).isEqualTo(5);
      assertThat(segments.count(everybody, planner(EAST))).isEqualTo(4);
      assertThat(segments.count(everybody, planner(SOUTH))).isEqualTo(1);
    }
  }

  private static int[] members(SegmentDesk desk, String code) {
    var segment = desk.bean(SegmentStore.class).find(code).orElseThrow();
    return desk.bean(SegmentSource.class).customers(segment, FRIDAY).toArray();
  }

  private static String said(ApiProblem problem) {
    return new Phrases().get(Locale.ENGLISH, "problem." + problem.code(), problem.arguments());
  }

  private static void refuses(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }
}
