package io.waybot.bots.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.PreparedContents;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;

class PrepareContentRobotTest {
  private BotsUnderTest bots;

  @AfterEach
  void close() {
    bots.close();
  }

  @ParameterizedTest
  @EnumSource
  void freezesTheVersionForEveryWaveOfTheRun(TestDatabase kind) {
    open(kind);
    write("{{salutation}}您好,年利率{{rate}}。", null);

    var output = work("DEFAULT");
    change("{{salutation}}您好,新的说法{{rate}}。");
    work("DEFAULT");

    assertThat(output.contents()).isEqualTo(1);
    assertThat(bots.bean(PreparedContents.class).version(BotsUnderTest.RUN, "C01")).contains(1);
  }

  @ParameterizedTest
  @EnumSource
  void greetsThoseWithoutANamePolitelyOrLeavesThemOut(TestDatabase kind) {
    open(kind);
    write("{{salutation}}您好,年利率{{rate}}。", null);

    assertThat(work("DEFAULT").skipped().count()).isZero();
    assertThat(work("SKIP").skipped().count()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void leavesOutWhomAVariableWithoutFallBackIsMissingFor(TestDatabase kind) {
    open(kind);
    write("您的测评将于{{date}}到期。", null);

    var output = work("DEFAULT");

    assertThat(output.ready().count()).isZero();
    assertThat(output.skipped().count()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWordsThatReviewObjectsTo(TestDatabase kind) {
    open(kind);
    write("稳赚{{rate}}。", null);

    refused("Do not use 稳赚.");
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatHasEndedAndWhatNobodyCanWrite(TestDatabase kind) {
    open(kind);
    write("年利率{{rate}}。", BotsUnderTest.D0.minusDays(1));
    refused("ended on 2026-11-19");
    change("利息{{interest}}。");
    refused("interest");
  }

  @ParameterizedTest
  @EnumSource
  void refusesATextMessageOfMoreThanThreeParts(TestDatabase kind) {
    open(kind);
    write("年利率{{rate}}。" + "请到手机银行查看。".repeat(25), null);

    refused("shorten it to 3");
  }

  private void refused(String why) {
    assertThatThrownBy(() -> work("DEFAULT"))
        .isInstanceOf(RobotFailure.Permanent.class)
        .hasMessageContaining(why);
  }

  private void open(TestDatabase kind) {
    bots =
        new BotsUnderTest(
            kind,
            Map.of(),
            "io.waybot.db.audience",
            "io.waybot.db.bank",
            "io.waybot.db.content",
            "io.waybot.db.customer",
            "io.waybot.bots.policy",
            "io.waybot.bots.content");
    bots.customers(1, 3);
    bots.bean(Disclaimers.class)
        .save(new Disclaimers.Disclaimer("D1", "利率以办理时为准。", "Rate as on the day."));
    bots.bean(Products.class)
        .save(
            new Product(
                "P01",
                "一年定期",
                "1-year term deposit",
                "DEPOSIT",
                null,
                null,
                "1.35%",
                null,
                null,
                BigDecimal.TEN,
                "D1",
                false,
                true));
  }

  private void write(String zh, @Nullable LocalDate until) {
    bots.bean(Contents.class).create(draft(zh, until), "planner");
  }

  private void change(String zh) {
    int seen = bots.bean(Contents.class).find("C01").orElseThrow().version();
    bots.bean(Contents.class).change(draft(zh, null), seen, "planner");
  }

  private static ContentDraft draft(String zh, @Nullable LocalDate until) {
    return new ContentDraft(
        "C01",
        "P01",
        "00",
        "MARKETING",
        null,
        until,
        null,
        Map.of("zh", new Content.Text("标题", zh), "en", new Content.Text("Title", "Text")));
  }

  private PrepareContentRobot.Output work(String ifMissing) {
    var outcome =
        bots.bean(PrepareContentRobot.class)
            .work(
                new PrepareContentRobot.Input(list(), "C01", "sms,push", ifMissing),
                BotsUnderTest.at("prepare"));
    return ((Outcome.Done<PrepareContentRobot.Output>) outcome).output();
  }

  private AudienceRef list() {
    return bots.bean(AudienceStore.class)
        .save(
            new NewAudience(null, null, null, "allowed", null, null),
            RoaringBitmap.bitmapOf(1, 2, 3));
  }
}
