package io.waybot.bots.decide;

import io.waybot.db.decision.DecisionFacts;
import io.waybot.db.decision.DecisionFacts.Fact;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What customers were like when their window was decided: contacts, unit, household. Without it a
 * later import would change the answer to why.
 */
@Component
public class WindowFacts {
  private static final String CONTACTS = "contacts";
  private static final String UNIT = "unit";
  private static final String HOUSEHOLD = "household";
  private final DecisionFacts facts;

  WindowFacts(DecisionFacts facts) {
    this.facts = facts;
  }

  void keep(UUID window, Contacts contacts, Roster roster) {
    facts.keep(window, CONTACTS, new Fact(contacts.numbers(), List.of()));
    facts.keep(window, UNIT, roster.units());
    facts.keep(window, HOUSEHOLD, roster.households());
  }

  public Contacts contacts(UUID window) {
    return Contacts.then(facts.of(window, CONTACTS).numbers());
  }

  /** By name; without names for windows from before units were kept. */
  public Fact units(UUID window) {
    return facts.of(window, UNIT);
  }

  Fact households(UUID window) {
    return facts.of(window, HOUSEHOLD);
  }
}
