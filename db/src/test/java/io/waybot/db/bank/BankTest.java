package io.waybot.db.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BankTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-20T04:00:00.123456789Z"), ZoneOffset.UTC);
  private static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  private static final OrgUnit EAST = HEAD.child("11", "东湖分行", "East Lake");

  @ParameterizedTest
  @EnumSource
  void findsPeopleOfASubtreeOnly(TestDatabase database) {
    var db = database.open();
    var units = new OrgUnits(db.sql(), db.batch());
    var people = new People(db.sql(), db.batch());
    var road = EAST.child("1101", "东湖路支行", "East Lake Road Sub-branch");
    var south = HEAD.child("13", "南浦分行", "South Quay");
    java.util.List.of(HEAD, EAST, road, south).forEach(units::save);
    people.save(aPerson("staff", "1101", Role.STAFF));
    people.save(aPerson("staff2", "13", Role.STAFF));
    people.save(aPerson("manager2", "11", Role.MANAGER));

    var staff = people.withRole(Role.STAFF, EAST);

    assertThat(staff).extracting(Person::login).containsExactly("staff");
    assertThat(units.subtree(EAST)).containsExactly(EAST, road);
    assertThat(units.children(HEAD)).containsExactly(EAST, south);
  }

  @ParameterizedTest
  @EnumSource
  void replacesAPersonSavedTwice(TestDatabase database) {
    var db = database.open();
    new OrgUnits(db.sql(), db.batch()).save(HEAD);
    var people = new People(db.sql(), db.batch());
    people.save(aPerson("planner", "00", Role.PLANNER));

    people.save(aPerson("planner", "00", Role.ANALYST));

    assertThat(people.find("planner").orElseThrow().roles()).containsExactly(Role.ANALYST);
  }

  @ParameterizedTest
  @EnumSource
  void namesTheAuditEntryThatWasChanged(TestDatabase database) {
    var db = database.open();
    var log = new AuditLog(db.sql(), db.batch(), NOON);
    log.append("planner", "journey.submit", "deposit_daily v1", null);
    log.append("approver", "journey.approve", "deposit_daily v1", "BUSINESS");
    log.append("approver2", "journey.approve", "deposit_daily v1", "COMPLIANCE");

    var before = log.firstBroken();
    db.sql().sql("update audit_entry set actor = 'planner' where actor = 'approver'").update();
    var after = log.firstBroken();

    assertThat(before).isEmpty();
    assertThat(after).contains(log.of("deposit_daily v1").get(1).seq());
  }

  @ParameterizedTest
  @EnumSource
  void noticesThatTheLastAuditEntryWasRemoved(TestDatabase database) {
    var db = database.open();
    var log = new AuditLog(db.sql(), db.batch(), NOON);
    log.append("planner", "journey.submit", "deposit_daily v1", null);
    log.append("planner", "journey.withdraw", "deposit_daily v1", null);

    db.sql().sql("delete from audit_entry where act = 'journey.withdraw'").update();

    assertThat(log.firstBroken()).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheNewestTextOfASetting(TestDatabase database) {
    var settings = new Settings(database.open().sql(), NOON);
    settings.put("demo.d0", "2026-11-19", "waybot");

    settings.put("demo.d0", "2026-11-20", "waybot");

    assertThat(settings.find("demo.d0")).contains("2026-11-20");
    assertThat(settings.find("unknown")).isEmpty();
  }

  private static Person aPerson(String login, String org, Role... roles) {
    return new Person(
        login,
        "周敏",
        "Zhou Min",
        org,
        "{noop}x",
        Person.Kind.PERSON,
        "zh",
        null,
        20,
        true,
        true,
        Set.of(roles));
  }
}
