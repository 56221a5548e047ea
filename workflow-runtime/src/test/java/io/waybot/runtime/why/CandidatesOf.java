package io.waybot.runtime.why;

import io.waybot.db.customer.Customer;
import io.waybot.db.decision.DecisionWindow;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;

/** What the answer to "why" holds about one window, for tests beside other packages. */
public final class CandidatesOf {
  private CandidatesOf() {}

  public static List<WhyView.Candidate> window(
      BeanFactory beans, DecisionWindow window, Customer customer) {
    return beans.getBean(CandidateFates.class).of(window, customer);
  }
}
