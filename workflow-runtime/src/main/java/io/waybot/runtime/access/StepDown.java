package io.waybot.runtime.access;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** A manager looks at a unit below their own as if it were theirs, and comes back. */
@Component
public class StepDown {
  private final OrgUnits units;

  StepDown(OrgUnits units) {
    this.units = units;
  }

  /** Where the person may stand: their own unit first; only that for who manages nobody. */
  public List<OrgUnit> choices(SignedIn person) {
    var own = units.get(person.person().orgCode());
    return person.is(Role.MANAGER) ? units.subtree(own) : List.of(own);
  }

  /**
   * The person as they see the bank from there.
   *
   * @throws ApiProblem 404 for a unit that is not below their own
   */
  public SignedIn to(SignedIn person, String unit) {
    return choices(person).stream()
        .filter(choice -> choice.code().equals(unit))
        .findFirst()
        .map(choice -> new SignedIn(person.person(), choice))
        .orElseThrow(ApiProblem::notFound);
  }
}
