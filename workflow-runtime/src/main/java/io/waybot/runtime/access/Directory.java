package io.waybot.runtime.access;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import java.util.List;
import org.springframework.stereotype.Service;

/** Who works where, for administrators. */
@Service
public class Directory {
  private final People people;
  private final OrgUnits units;
  private final CurrentUser user;

  Directory(People people, OrgUnits units, CurrentUser user) {
    this.people = people;
    this.units = units;
    this.user = user;
  }

  public List<Person> people() {
    user.with(Role.ADMIN);
    return people.all();
  }

  public List<OrgUnit> units() {
    user.with(Role.ADMIN);
    return units.all();
  }
}
