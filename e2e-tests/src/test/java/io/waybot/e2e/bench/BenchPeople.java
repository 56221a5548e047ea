package io.waybot.e2e.bench;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Approval;
import io.waybot.e2e.app.WaybotProcess;
import io.waybot.runtime.access.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The bank's units, and those who draw and sign. */
@Component
class BenchPeople {
  private static final int SUB_BRANCHES = 20;
  private final ApplicationContext beans;

  BenchPeople(ApplicationContext beans) {
    this.beans = beans;
  }

  /** The head office first. */
  List<OrgUnit> addUnits() {
    var head = OrgUnit.headOffice("00", "总行", "Head office");
    var branch = head.child("11", "分行", "Branch");
    var units = new ArrayList<>(List.of(head, branch));
    units().forEach(code -> units.add(branch.child(code, "支行" + code, "Sub-branch " + code)));
    units.forEach(beans.getBean(OrgUnits.class)::save);
    return units;
  }

  /** Codes of the sub-branches. */
  static List<String> units() {
    var codes = new ArrayList<String>();
    for (int i = 1; i <= SUB_BRANCHES; i++) {
      codes.add("11%02d".formatted(i));
    }
    return codes;
  }

  void addPeople(OrgUnit head) {
    add(head, "planner", null, Role.PLANNER);
    add(head, "approver", "BUSINESS", Role.APPROVER);
    add(head, "approver2", "COMPLIANCE", Role.APPROVER);
    add(head, "approver3", "HEAD_OF_RETAIL", Role.APPROVER);
  }

  private void add(OrgUnit head, String login, @Nullable String duty, Role role) {
    var hash =
        Objects.requireNonNull(beans.getBean(PasswordEncoder.class).encode(WaybotProcess.PASSWORD));
    beans
        .getBean(People.class)
        .save(
            new Person(
                login,
                login,
                login,
                head.code(),
                hash,
                Person.Kind.PERSON,
                "zh",
                duty,
                0,
                true,
                true,
                Set.of(role)));
  }

  SignedIn as(String login) {
    var person = beans.getBean(People.class).find(login).orElseThrow();
    return new SignedIn(person, beans.getBean(OrgUnits.class).get(person.orgCode()));
  }

  /** Who signs which step. */
  static String signer(Approval.Step step) {
    return switch (step) {
      case BUSINESS -> "approver";
      case COMPLIANCE -> "approver2";
      case HEAD_OF_RETAIL -> "approver3";
    };
  }
}
