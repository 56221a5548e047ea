package io.waybot.bots.lead;

import io.waybot.db.bank.OrgUnits;
import io.waybot.db.customer.Customer;
import io.waybot.db.dispatch.StopOrders;
import io.waybot.db.dispatch.StopOrders.StopOrder;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whom the kill switch keeps from being handed over. */
@Component
class LeadStops {
  private static final String CHANNEL = "branch";
  private final StopOrders orders;
  private final OrgUnits units;

  LeadStops(StopOrders orders, OrgUnits units) {
    this.orders = orders;
    this.units = units;
  }

  /** Reads the orders in force once. */
  Predicate<Customer> of(UUID journey) {
    var active = orders.active();
    if (active.isEmpty()) {
      return customer -> false;
    }
    Map<String, String> paths =
        units.all().stream().collect(Collectors.toMap(unit -> unit.code(), unit -> unit.path()));
    return customer ->
        active.stream()
            .anyMatch(order -> stops(order, journey, paths.getOrDefault(customer.org(), "")));
  }

  private static boolean stops(StopOrder order, UUID journey, String path) {
    var unit = order.targetPath();
    return switch (order.scope()) {
      case ALL -> true;
      case CHANNEL -> order.target().equals(CHANNEL);
      case JOURNEY -> order.target().equals(journey.toString());
      case BRANCH -> unit != null && path.startsWith(unit);
    };
  }
}
