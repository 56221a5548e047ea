package io.waybot.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepDownTest {
  private static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  private static final OrgUnit EAST = HEAD.child("11", "东湖分行", "East Lake");
  private static final OrgUnit ROAD = EAST.child("1101", "东湖路支行", "East Lake Road");
  private static final OrgUnit SOUTH = HEAD.child("13", "南浦分行", "South Quay");

  @ParameterizedTest
  @EnumSource
  void aManagerStandsAnywhereBelowTheirOwnUnitAndComesBack(TestDatabase database) {
    var stepDown = at(database);
    var manager = person(EAST, Role.MANAGER);

    var below = stepDown.to(manager, ROAD.code());
    var back = stepDown.to(below, EAST.code());

    assertThat(stepDown.choices(manager)).extracting(OrgUnit::code).containsExactly("11", "1101");
    assertThat(below.scope().covers(EAST)).isFalse();
    assertThat(below.scope().covers(ROAD)).isTrue();
    assertThat(back.unit().code()).isEqualTo("11");
    assertThatThrownBy(() -> stepDown.to(manager, SOUTH.code())).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> stepDown.to(below, HEAD.code())).isInstanceOf(ApiProblem.class);
  }

  @ParameterizedTest
  @EnumSource
  void othersStayWhereTheyAre(TestDatabase database) {
    var stepDown = at(database);
    var planner = person(HEAD, Role.PLANNER);

    assertThat(stepDown.choices(planner)).extracting(OrgUnit::code).containsExactly("00");
    assertThatThrownBy(() -> stepDown.to(planner, EAST.code())).isInstanceOf(ApiProblem.class);
  }

  private static StepDown at(TestDatabase database) {
    var units =
        new TestStores(
                database.open(), Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC))
            .bean(OrgUnits.class);
    units.save(HEAD);
    units.save(EAST);
    units.save(ROAD);
    units.save(SOUTH);
    return new StepDown(units);
  }

  private static SignedIn person(OrgUnit unit, Role role) {
    return new SignedIn(
        new Person(
            "someone",
            "某人",
            "Someone",
            unit.code(),
            "{noop}x",
            Person.Kind.PERSON,
            "zh",
            null,
            0,
            true,
            true,
            Set.of(role)),
        unit);
  }
}
