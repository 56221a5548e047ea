package io.waybot.runtime.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.audience.NewAudience;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.lead.BranchUnderTest;
import io.waybot.runtime.why.WhyView.Ending;
import io.waybot.runtime.why.WhyView.Fate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhyServiceTest {
  private BranchUnderTest bank;

  @AfterEach
  void close() {
    bank.close();
  }

  @ParameterizedTest
  @EnumSource
  void tellsEachCustomersFateAndEveryCandidate(TestDatabase kind) {
    bank = new BranchUnderTest(kind);
    bank.customers();
    var policy = bank.at("policy");
    bank.audience(
        NewAudience.of(policy.runId(), policy.stepId(), "policy", "allowed").rule("removed", "CAP"),
        5,
        5);
    var split = bank.at("split");
    bank.audience(NewAudience.of(split.runId(), split.stepId(), "split", "control"), 4, 4);
    bank.work(
        "decide-treatments",
        "decide",
        Map.of("audience", bank.scored(1, 3), "offers", "P01", "channels", "sms"));
    bank.signIn("planner");

    var chosen = why("C1");
    var lost = why("C2");

    assertThat(chosen.fate()).isEqualTo(Fate.CHOSEN);
    assertThat(chosen.decision().treatment()).isEqualTo("P01/C01");
    assertThat(chosen.candidates()).extracting("outcome").containsExactly(Ending.CHOSEN);
    assertThat(chosen.candidates().getFirst().value()).isEqualTo(chosen.decision().value());
    assertThat(chosen.candidates().getFirst().price()).isEqualTo(chosen.decision().price());
    assertThat(lost.fate()).isEqualTo(Fate.NOT_CHOSEN);
    assertThat(lost.reason()).isEqualTo("capacity");
    assertThat(lost.candidates()).extracting("outcome").containsExactly(Ending.LOST);
    assertThat(lost.candidates().getFirst().price())
        .isGreaterThanOrEqualTo(lost.candidates().getFirst().value());
    assertThat(why("C4").fate()).isEqualTo(Fate.CONTROL);
    assertThat(why("C5").rule()).isEqualTo("CAP");
    assertThat(why("C5").elementId()).isEqualTo("policy");
    bank.signIn("admin");
    assertThat(why("C1").fate()).isEqualTo(Fate.CHOSEN);
    assertThat(why("C5").rule()).isEqualTo("CAP");
    assertThat(why("C4"))
        .as("who is control looks like who lost")
        .usingRecursiveComparison()
        .ignoringFields("customer")
        .isEqualTo(why("C2"));
  }

  @ParameterizedTest
  @EnumSource
  void tellsNothingToBranchesAndNothingAboutStrangers(TestDatabase kind) {
    bank = new BranchUnderTest(kind);
    bank.customers();

    bank.signIn("planner");
    assertThat(why("C1").fate()).isEqualTo(Fate.NOT_IN_AUDIENCE);
    assertThatThrownBy(() -> why("C99")).isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> bank.bean(WhyService.class).of(UUID.randomUUID(), "C1"))
        .isInstanceOf(ApiProblem.class);
    bank.signIn("staff");
    assertThatThrownBy(() -> why("C1"))
        .isInstanceOfSatisfying(
            ApiProblem.class, p -> assertThat(p.status().value()).isEqualTo(403));
  }

  private WhyView why(String customer) {
    return bank.bean(WhyService.class).of(BranchUnderTest.RUN, customer);
  }
}
