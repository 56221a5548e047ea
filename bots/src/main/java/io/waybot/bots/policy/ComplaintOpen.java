package io.waybot.bots.policy;

import io.waybot.db.journey.JourneySettings.Purpose;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Nothing while a complaint is open; no marketing for some days after it was closed. */
@Component
class ComplaintOpen implements PolicyRule {
  @Override
  public String code() {
    return "COMPLAINT";
  }

  @Override
  public List<String> columns() {
    return List.of("complaint_open", "complaint_closed_on");
  }

  @Override
  public Predicate<CustomerFacts> removing(PolicyCase policyCase) {
    boolean marketing = policyCase.purpose() == Purpose.MARKETING;
    var quietSince = policyCase.today().minusDays(policyCase.days(code()));
    return facts -> {
      var closed = facts.date("complaint_closed_on");
      return facts.flag("complaint_open")
          || marketing && closed != null && closed.isAfter(quietSince);
    };
  }
}
