package io.waybot.runtime.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.template.LiveChoices;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Channels;
import io.waybot.db.content.Contents;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.strategy.StrategyTables;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.strategy.StrategyRow.Cell;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class StrategyServiceTest {
  private static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  private static final StrategyRow PAYDAY =
      new StrategyRow("T42", "G6", "E01", "P01", "push", "sms", "C01", "5", "4");
  private static final StrategyRow CARE =
      new StrategyRow("T48", "G6", "E29", "", "wecom", "", "C28", "7", "2");

  private TestStores bank;
  private StrategyService strategies;

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryVersionOfATable(TestDatabase kind) {
    open(kind);

    var first = strategies.create("payday", "发薪日", "Payday", List.of(PAYDAY, CARE));
    var second =
        strategies.save(first, List.of(PAYDAY.with(Cell.PRIORITY, "1")), "first things first");

    assertThat(strategies.rows(first, 1)).containsExactly(PAYDAY, CARE);
    assertThat(strategies.rows(second, 2)).extracting(StrategyRow::priority).containsExactly("1");
    assertThat(strategies.history(second))
        .extracting(
            StrategyTables.Version::version,
            StrategyTables.Version::strategies,
            StrategyTables.Version::note)
        .containsExactly(Tuple.tuple(2, 1, "first things first"), Tuple.tuple(1, 2, ""));
    assertThat(strategies.notConnected()).containsExactly("wecom");
    assertThatThrownBy(() -> strategies.save(first, List.of(PAYDAY), "too late"))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.code()).isEqualTo("strategy_changed"));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsWrongInEachCellAndKeepsNothingOfIt(TestDatabase kind) {
    open(kind);
    var wrong =
        List.of(
            PAYDAY.with(Cell.EVENT, "E99").with(Cell.SECOND, "push"),
            PAYDAY.with(Cell.PRODUCT, ""),
            CARE.with(Cell.FRESH_DAYS, "many").with(Cell.SEGMENT, ""));

    assertThat(strategies.faults(wrong))
        .extracting(CellFault::row, CellFault::cell, CellFault::code)
        .containsExactlyInAnyOrder(
            Tuple.tuple(0, Cell.EVENT, "unknown"),
            Tuple.tuple(0, Cell.SECOND, "same_channel"),
            Tuple.tuple(1, Cell.CODE, "twice"),
            Tuple.tuple(1, Cell.CONTENT, "other_product"),
            Tuple.tuple(2, Cell.FRESH_DAYS, "range_0_400"),
            Tuple.tuple(2, Cell.SEGMENT, "missing"));
    assertThatThrownBy(() -> strategies.create("wrong", "错", "Wrong", wrong))
        .isInstanceOf(ApiProblem.class);
    assertThat(strategies.visible()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatItWroteAndWhatBanksWriteForChannels(TestDatabase kind) {
    open(kind);
    var rows = List.of(PAYDAY, CARE);
    var theirs =
        new ArrayList<>(List.of(PAYDAY.with(Cell.CHANNEL, "PUSH").with(Cell.SECOND, "短信")));
    theirs.add(CARE.with(Cell.SECOND, "–"));

    assertThat(strategies.read(strategies.write(rows, true))).isEqualTo(rows);
    assertThat(strategies.read(strategies.write(theirs, false))).isEqualTo(rows);
    assertThatThrownBy(() -> strategies.read(new byte[] {1, 2, 3}))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.code()).isEqualTo("strategy_file"));
  }

  @ParameterizedTest
  @EnumSource
  void letsOnlyPlannersOfTheUnitChange(TestDatabase kind) {
    open(kind);
    var table = strategies.create("payday", "发薪日", "Payday", List.of(PAYDAY));

    signIn(HEAD.child("11", "东湖", "East Lake"), Role.PLANNER);
    assertThat(strategies.visible()).containsExactly(table);
    assertThatThrownBy(() -> strategies.save(table, List.of(PAYDAY), ""))
        .isInstanceOf(ApiProblem.class);
    signIn(HEAD, Role.STAFF);
    assertThatThrownBy(strategies::visible).isInstanceOf(ApiProblem.class);
  }

  private void open(TestDatabase kind) {
    var clock = Clock.fixed(Instant.parse("2026-11-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    bank = new TestStores(kind.open(), clock);
    for (var type :
        List.of(
            OrgUnits.class,
            AuditLog.class,
            Channels.class,
            Contents.class,
            LiveChoices.class,
            StrategyTables.class,
            StrategyFiles.class,
            StrategyCheck.class,
            CurrentUser.class)) {
      bank.bean(type);
    }
    bank.org("00", null);
    bank.org("11", "00");
    bank.segments()
        .add(
            Segment.byRule(
                "G6",
                "低效代发",
                "Salary leaves",
                "00",
                new SegmentRule.All(List.of()),
                "x",
                clock.instant()));
    for (var event : List.of("E01", "E29")) {
      sql(
          "insert into event_type (code, kind, name_zh, name_en) values (?, 'EVENT', 'x', 'x')",
          event);
    }
    sql(
        "insert into product (code, name_zh, name_en, product_class, margin_yuan) values ('P01',"
            + " 'x', 'x', 'DEPOSIT', 240)");
    content("C01", "P01", "MARKETING");
    content("C28", null, "CARE");
    channel("push", "推送", true);
    channel("sms", "短信", true);
    channel("wecom", "企业微信", false);
    strategies = bank.bean(StrategyService.class);
    signIn(HEAD, Role.PLANNER);
  }

  private void content(String code, @Nullable String product, String why) {
    var id = UUID.randomUUID();
    sql(
        "insert into content (id, code, product_code, owner_org, purpose, changed_by, changed_at,"
            + " version) values (?, ?, ?, '00', ?, 'x', current_timestamp, 1)",
        id,
        code,
        product,
        why);
    for (var language : List.of("zh", "en")) {
      sql(
          "insert into content_text (content_id, language, title, body) values (?, ?, 'x', 'x')",
          id,
          language);
    }
  }

  private void channel(String code, String zh, boolean connected) {
    sql(
        "insert into channel (code, name_zh, name_en, connected, daily_capacity, per_minute,"
            + " cost_yuan, hours, counts_as_contact, crash_kind, position) values (?, ?, ?, ?, 9,"
            + " 9, 0, '00:00-24:00', true, 'IDEMPOTENT', 1)",
        code,
        zh,
        code,
        connected);
  }

  private void sql(String statement, @Nullable Object... parameters) {
    bank.db().batch().update(statement, parameters);
  }

  private static void signIn(OrgUnit unit, Role role) {
    var person =
        new Person(
            "p",
            "p",
            "p",
            unit.code(),
            "x",
            Person.Kind.PERSON,
            "zh",
            null,
            0,
            false,
            true,
            Set.of(role));
    var who = new SignedIn(person, unit);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(who, null, who.getAuthorities()));
  }
}
