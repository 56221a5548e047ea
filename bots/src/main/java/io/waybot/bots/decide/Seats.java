package io.waybot.bots.decide;

import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.decision.CapacityLedger;
import io.waybot.db.decision.DecisionGoals;
import io.waybot.db.decision.DecisionWindow;
import io.waybot.db.decision.DecisionWindows;
import io.waybot.db.decision.Participant;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who sits in a window, and which of their customers earlier windows of the day have left. */
@Component
class Seats {
  static final String ALREADY_CHOSEN = "already_chosen";
  static final String HOUSEHOLD_SERVED = "household_served";

  private final DecisionWindows windows;
  private final CapacityLedger ledger;
  private final DecisionGoals bank;
  private final CustomerStore customers;
  private final AudienceStore audiences;
  private final JsonMapper json;

  Seats(
      DecisionWindows windows,
      CapacityLedger ledger,
      DecisionGoals bank,
      CustomerStore customers,
      AudienceStore audiences,
      JsonMapper json) {
    this.windows = windows;
    this.ledger = ledger;
    this.bank = bank;
    this.customers = customers;
    this.audiences = audiences;
    this.json = json;
  }

  List<Seat> of(DecisionWindow window) {
    return windows.participants(window.id()).stream().map(one -> seat(window, one)).toList();
  }

  private Seat seat(DecisionWindow window, Participant participant) {
    var terms = json.readValue(participant.terms(), DecisionTerms.class);
    var audience = audiences.load(participant.audience());
    var taken = ledger.chosen(window.businessDate(), terms.rehearsal() ? terms.journeyId() : null);
    var served = bank.households() ? customers.householdsOf(taken) : new RoaringBitmap();
    taken.and(audience);
    served.and(audience);
    served.andNot(taken);
    var fates = new Fates(audience.getCardinality());
    fates.lost(ALREADY_CHOSEN, taken);
    fates.lost(HOUSEHOLD_SERVED, served);
    var free = RoaringBitmap.andNot(audience, RoaringBitmap.or(taken, served));
    return new Seat(participant, terms, audience, free, fates);
  }

  /** The same customers when the window is looked at later. */
  RoaringBitmap freeThen(Participant seat) {
    var free = audiences.load(seat.audience());
    audiences.ofRun(seat.runId()).stream()
        .filter(set -> seat.stepId().equals(set.stepId()) && set.ruleCode() != null)
        .filter(set ->
            List.of(ALREADY_CHOSEN, HOUSEHOLD_SERVED).contains(String.valueOf(set.ruleCode())))
        .forEach(set -> free.andNot(audiences.load(set.id())));
    return free;
  }
}
