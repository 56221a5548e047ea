package io.waybot.bots.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.testing.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class CreateLeadsRobotTest {
  private BotsUnderTest bots;

  @AfterEach
  void close() {
    bots.close();
  }

  @ParameterizedTest
  @EnumSource
  void givesTheMostValuableToTheirOwnManagerAndTheRestToColleagues(TestDatabase kind) {
    open(kind, 6);

    var output = work(6);

    assertThat(output.handed().count()).isEqualTo(6);
    assertThat(output.unassigned()).isEqualTo(2);
    assertThat(staffByCustomer())
        .isEqualTo(Map.of(6, "rm1101a", 5, "rm1101a", 4, "rm1101b", 3, "rm1101b", 2, "-", 1, "-"));
    assertThat(count("select count(*) from contact_log where channel = 'branch'")).isEqualTo(6);
    assertThat(
            bots.db
                .sql()
                .sql("select due_on from lead where customer = 6")
                .query(java.time.LocalDate.class)
                .single())
        .isEqualTo("2026-11-25"); // three business days after a Friday
  }

  @ParameterizedTest
  @EnumSource
  void handsNobodyOverTwice(TestDatabase kind) {
    open(kind, 3);

    var first = work(3);
    var second = work(3);

    assertThat(second.unassigned()).isEqualTo(first.unassigned());
    assertThat(count("select count(*) from lead")).isEqualTo(3);
    assertThat(count("select count(*) from contact_log")).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void keepsARecordOfWhoSaidNoMeanwhileButGivesThemToNobody(TestDatabase kind) {
    open(kind, 2);
    bots.db
        .batch()
        .update(
            "insert into opt_out (id, customer, channel, at, source) values (?, 1, '*',"
                + " current_timestamp, 'reply')",
            UUID.randomUUID());

    var output = work(2);

    assertThat(output.handed().count()).isEqualTo(1);
    assertThat(output.withheld()).isEqualTo(1);
    assertThat(count("select count(*) from lead where customer = 1 and state = 'EXPIRED'"))
        .isEqualTo(1);
    assertThat(count("select count(*) from lead_act where act = 'withheld' and detail = 'opt_out'"))
        .isEqualTo(1);
    assertThat(count("select count(*) from contact_log")).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void givesCustomersToWhomThePlannerSaid(TestDatabase kind) {
    open(kind, 4);
    work(4, "OWN_ONLY");
    assertThat(staffByCustomer().values()).containsOnly("rm1101a", "-");
    bots.close();

    open(kind, 4);
    work(4, "TEAM");
    assertThat(staffByCustomer())
        .containsEntry(4, "rm1101a")
        .containsEntry(3, "rm1101b")
        .containsEntry(2, "rm1101a")
        .containsEntry(1, "rm1101b");
    assertThatThrownBy(() -> work(4, "SOMEBODY")).hasMessageContaining("SOMEBODY");
  }

  @ParameterizedTest
  @EnumSource
  void handsNobodyOverWhoseBranchIsStopped(TestDatabase kind) {
    open(kind, 2);
    bots.db
        .batch()
        .update(
            "insert into stop_order (id, scope, target, reason, ordered_by, ordered_at) values (?,"
                + " 'BRANCH', '11', 'fire', 'admin', current_timestamp)",
            UUID.randomUUID());

    var output = work(2);

    assertThat(output.withheld()).isEqualTo(2);
    assertThat(count("select count(*) from lead where state = 'OPEN'")).isZero();
  }

  private void open(TestDatabase kind, int customers) {
    bots =
        new BotsUnderTest(
            kind,
            Map.of(),
            "io.waybot.db.audience",
            "io.waybot.db.bank",
            "io.waybot.db.customer",
            "io.waybot.db.calendar",
            "io.waybot.db.content",
            "io.waybot.db.decision",
            "io.waybot.db.dispatch",
            "io.waybot.db.lead",
            "io.waybot.db.model",
            "io.waybot.db.policy",
            "io.waybot.connectors.model",
            "io.waybot.bots.score",
            "io.waybot.bots.lead");
    for (var login : List.of("rm1101a", "rm1101b")) {
      bots.db
          .batch()
          .update(
              "insert into app_user (login, name_zh, name_en, org_code, password_hash, kind,"
                  + " leads_per_day) values (?, 'x', 'x', '1101', 'x', 'PERSON', 20)",
              login);
    }
    bots.db
        .batch()
        .update(
            "insert into script (code, name_zh, name_en, text_zh, text_en) values ('SC01', 'x',"
                + " 'x', 'x', 'x')");
    bots.customers(1, customers);
    bots.db.batch().update("update customer set home_staff = 'rm1101a'");
    var window = UUID.randomUUID();
    bots.db
        .batch()
        .update(
            "insert into decision_window (id, business_date, sequence, kind, state, opened_at)"
                + " values (?, ?, 1, 'DAILY', 'DECIDED', current_timestamp)",
            window,
            java.sql.Date.valueOf(BotsUnderTest.D0));
    for (int n = 1; n <= customers; n++) {
      bots.db
          .batch()
          .update(
              "insert into decision (window_id, customer, run_id, element_id, product_code,"
                  + " content_code, channel, score, value_yuan, price_yuan) values (?, ?, ?,"
                  + " 'decide', 'P01', 'C01', 'branch', 0.1, ?, 0)",
              window,
              n,
              BotsUnderTest.RUN,
              10.0 * n);
    }
  }

  private CreateLeadsRobot.Output work(int customers) {
    return work(customers, null);
  }

  private CreateLeadsRobot.Output work(int customers, @Nullable String to) {
    var audience =
        bots.bean(AudienceStore.class)
            .save(
                new NewAudience(null, null, null, "branch", null, null),
                RoaringBitmap.bitmapOfRange(1, customers + 1L));
    var input = new CreateLeadsRobot.Input(audience, to, 2, "SC01", 3, "RETURN");
    var outcome = bots.bean(CreateLeadsRobot.class).work(input, BotsUnderTest.at("leads"));
    return ((Outcome.Done<CreateLeadsRobot.Output>) outcome).output();
  }

  private Map<Integer, String> staffByCustomer() {
    var staff = new HashMap<Integer, String>();
    bots.db
        .batch()
        .query(
            "select customer, coalesce(staff_login, '-') from lead",
            row -> {
              staff.put(row.getInt(1), row.getString(2));
            });
    return staff;
  }

  private int count(String query) {
    return bots.db.sql().sql(query).query(Integer.class).single();
  }
}
