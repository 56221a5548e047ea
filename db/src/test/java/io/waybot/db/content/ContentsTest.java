package io.waybot.db.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.waybot.db.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContentsTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T01:00:00Z");

  @ParameterizedTest
  @EnumSource
  void keepsTheOldWordsWhenAContentChanges(TestDatabase kind) {
    var db = open(kind);
    var contents = contents(db, MONDAY);

    contents.create(draft("old"), "planner");
    var changed = contents.change(draft("new"), 1, "planner2");

    assertThat(changed.version()).isEqualTo(2);
    assertThat(changed.texts().get("zh").body()).isEqualTo("new");
    assertThat(contents.wording("C01", 1, "zh").orElseThrow().body()).isEqualTo("old");
    assertThat(contents.wording("C01", 2, "en").orElseThrow().body()).isEqualTo("new en");
    assertThat(contents.all()).singleElement().isEqualTo(changed);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAChangeOfAVersionThatIsNoLongerThere(TestDatabase kind) {
    var contents = contents(open(kind), MONDAY);
    contents.create(draft("one"), "planner");
    contents.change(draft("two"), 1, "planner");

    assertThatIllegalStateException()
        .isThrownBy(() -> contents.change(draft("three"), 1, "planner2"));

    assertThat(contents.find("C01").orElseThrow().texts().get("zh").body()).isEqualTo("two");
  }

  @ParameterizedTest
  @EnumSource
  void sendsTheWordsTheApproversSawNotTheOnesWrittenLater(TestDatabase kind) {
    var db = open(kind);
    contents(db, MONDAY).create(draft("approved"), "planner");
    var version = submittedVersion(db, MONDAY.plusSeconds(60));
    contents(db, MONDAY.plusSeconds(120)).change(draft("changed behind their backs"), 1, "planner");

    var approved = contents(db, MONDAY).approvedVersion("C01", version);

    assertThat(approved).contains(1);
    assertThat(contents(db, MONDAY).approvedVersion("C01", UUID.randomUUID())).contains(2);
    assertThat(contents(db, MONDAY).approvedVersion("C99", version)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void writesAndReadsProductsChannelsScriptsAndDisclaimers(TestDatabase kind) {
    var db = open(kind);
    var products = new Products(db.sql(), db.batch());
    var channels = new Channels(db.sql(), db.batch());
    var p01 =
        new Product(
            "P01",
            "一年定期",
            "1-year term deposit",
            "DEPOSIT",
            null,
            null,
            "1.35%",
            null,
            new BigDecimal("5000.00"),
            new BigDecimal("240.00"),
            "D1",
            false,
            true);
    var push =
        new Channel(
            "push",
            "App推送",
            "App push",
            true,
            30_000,
            6_000,
            new BigDecimal("0.0020"),
            "08:00-21:00",
            false,
            true,
            "1/1,3/7",
            CrashKind.IDEMPOTENT,
            1.0,
            false,
            1);

    products.save(p01);
    products.save(p01);
    channels.save(push);
    new Disclaimers(db.sql())
        .save(new Disclaimers.Disclaimer("D1", "利率以办理时为准。", "Rate as on the day."));
    new Scripts(db.sql(), db.batch())
        .save(new Scripts.Script("SC01", "存款", "Deposit", "您好", "Hello", null, null));

    assertThat(products.all()).containsExactly(p01);
    assertThat(channels.find("push")).contains(push);
    assertThat(push.caps()).isEqualTo(List.of(new Channel.Cap(1, 1), new Channel.Cap(3, 7)));
    assertThat(new Disclaimers(db.sql()).find("D1").orElseThrow().text("en")).startsWith("Rate");
    assertThat(new Scripts(db.sql(), db.batch()).find("SC01").orElseThrow().dontZh()).isNull();
  }

  private static TestDatabase.Access open(TestDatabase kind) {
    var db = kind.open();
    db.batch()
        .update(
            "insert into org_unit values ('00', null, 'HEAD_OFFICE', '总行', 'Head office', '/00/')");
    return db;
  }

  private static Contents contents(TestDatabase.Access db, Instant now) {
    return new Contents(db.sql(), db.batch(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static ContentDraft draft(String body) {
    return new ContentDraft(
        "C01",
        null,
        "00",
        "MARKETING",
        null,
        LocalDate.of(2026, 12, 31),
        "deposits",
        Map.of("zh", new Content.Text("标题", body), "en", new Content.Text("Title", body + " en")));
  }

  private static UUID submittedVersion(TestDatabase.Access db, Instant submitted) {
    var journey = UUID.randomUUID();
    var version = UUID.randomUUID();
    var now = java.sql.Timestamp.from(submitted);
    db.batch()
        .update(
            "insert into journey (id, journey_key, name_zh, name_en, owner_org, owner_login,"
                + " experiment_salt, created_at, version) values"
                + " (?,'j','j','j','00','planner','s',?,1)",
            journey,
            now);
    db.batch()
        .update(
            "insert into journey_version (id, journey_id, version_no, revision, state, bpmn,"
                + " settings, author, saved_at, submitted_at) values"
                + " (?,?,1,1,'LIVE','<x/>','{}','planner',?,?)",
            version,
            journey,
            now,
            now);
    return version;
  }
}
