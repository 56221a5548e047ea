package io.waybot.bots.lead;

import io.waybot.db.customer.Customer;
import io.waybot.db.lead.LeadTable.Worker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says who works which lead: the customer's own manager while there is room, whoever of the same
 * unit has had the fewest, or nobody. Leads must come most valuable first.
 */
final class LeadAssigner {
  /** Who is asked, in which order. */
  enum To {
    OWN_FIRST,
    OWN_ONLY,
    TEAM
  }

  private final To to;
  private final Map<String, List<Desk>> byOrg;
  private final Map<String, Desk> byLogin = new HashMap<>();

  /**
   * @param perPerson at most so many of this journey a day
   * @param ofAll leads each has got today
   * @param ofJourney of those, of this journey
   */
  LeadAssigner(
      List<Worker> workers,
      To to,
      int perPerson,
      Map<String, Integer> ofAll,
      Map<String, Integer> ofJourney) {
    this.to = to;
    for (var worker : workers) {
      int all = ofAll.getOrDefault(worker.login(), 0);
      int own = ofJourney.getOrDefault(worker.login(), 0);
      int room = Math.max(0, Math.min(worker.leadsPerDay() - all, perPerson - own));
      byLogin.put(worker.login(), new Desk(worker, room));
    }
    byOrg =
        new ArrayList<>(byLogin.values())
            .stream().collect(Collectors.groupingBy(desk -> desk.worker.org()));
  }

  /** The login of who gets this customer; empty if nobody of the unit has room. */
  Optional<String> assign(Customer customer) {
    var desk =
        switch (to) {
          case OWN_FIRST -> own(customer).or(() -> ofTeam(customer));
          case OWN_ONLY -> own(customer);
          case TEAM -> ofTeam(customer);
        };
    desk.ifPresent(Desk::take);
    return desk.map(found -> found.worker.login());
  }

  private Optional<Desk> own(Customer customer) {
    return Optional.ofNullable(customer.homeStaff()).map(byLogin::get).filter(Desk::hasRoom);
  }

  private Optional<Desk> ofTeam(Customer customer) {
    return byOrg.getOrDefault(customer.org(), List.of()).stream()
        .filter(Desk::hasRoom)
        .min(Comparator.comparingInt((Desk d) -> d.taken).thenComparing(d -> d.worker.login()));
  }

  private static final class Desk {
    private final Worker worker;
    private final int room;
    private int taken;

    private Desk(Worker worker, int room) {
      this.worker = worker;
      this.room = room;
    }

    private boolean hasRoom() {
      return taken < room;
    }

    private void take() {
      taken++;
    }
  }
}
