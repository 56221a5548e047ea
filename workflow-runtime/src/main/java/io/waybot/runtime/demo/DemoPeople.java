package io.waybot.runtime.demo;

import io.waybot.bots.template.TemplateCatalog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Person.Kind;
import io.waybot.db.bank.Role;
import io.waybot.demo.bank.Catalogue;
import io.waybot.demo.bank.DemoTables;
import io.waybot.runtime.access.SignedIn;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demo bank's organisation and everybody who works in it, robots too. */
@Component
class DemoPeople {
  private static final int LEADS_PER_DAY = 20;
  private static final String NO_PASSWORD = "{none}";

  private final OrgUnits units;
  private final People people;
  private final PasswordEncoder passwords;
  private final TemplateCatalog robots;

  DemoPeople(OrgUnits units, People people, PasswordEncoder passwords, TemplateCatalog robots) {
    this.units = units;
    this.people = people;
    this.passwords = passwords;
    this.robots = robots;
  }

  /** Adds who is missing; a password other than last time's becomes everybody's. */
  @Transactional
  void moveIn(String password) {
    DemoTables.organisation().forEach(this::add);
    var known = people.find("planner");
    var hash =
        known.isPresent() && passwords.matches(password, known.get().passwordHash())
            ? known.get().passwordHash()
            : Objects.requireNonNull(passwords.encode(password));
    DemoTables.people().forEach(person -> add(person, hash));
    people.save(robot("robot-master-control", "总控机器人", "Master control"));
    var english = robots.blocks(Locale.ENGLISH);
    for (var block : robots.blocks(Locale.SIMPLIFIED_CHINESE)) {
      var name = english.stream().filter(b -> b.id().equals(block.id())).findFirst().orElseThrow();
      people.save(robot("robot-" + block.job(), block.name(), name.name()));
    }
  }

  /** A demo account as if it had signed in; what it does is audited under its name. */
  SignedIn as(String login) {
    var person = people.find(login).orElseThrow();
    return new SignedIn(person, units.get(person.orgCode()));
  }

  private void add(Catalogue.OrgUnit unit) {
    var parent = unit.parent();
    units.save(
        parent == null
            ? OrgUnit.headOffice(unit.code(), unit.zh(), unit.en())
            : units.get(parent).child(unit.code(), unit.zh(), unit.en()));
  }

  private void add(Catalogue.Person person, String hash) {
    var role = Role.valueOf(person.role());
    people.save(
        new Person(
            person.account(),
            person.zh(),
            person.en(),
            person.org(),
            hash,
            role == Role.WORLD ? Kind.TECHNICAL : Kind.PERSON,
            "zh",
            duty(person.account()),
            role == Role.STAFF ? LEADS_PER_DAY : 0,
            true,
            true,
            Set.of(role)));
  }

  private static @Nullable String duty(String account) {
    return switch (account) {
      case "approver" -> "BUSINESS";
      case "approver2" -> "COMPLIANCE";
      case "approver3" -> "HEAD_OF_RETAIL";
      default -> null;
    };
  }

  private static Person robot(String login, String zh, String en) {
    return new Person(
        login, zh, en, "00", NO_PASSWORD, Kind.ROBOT, "zh", null, 0, true, true, Set.of());
  }
}
