package io.waybot.runtime.journey;

import static io.waybot.runtime.journey.JourneysUnderTest.planner;

import io.waybot.db.bank.People;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.ApprovalRule;
import io.waybot.db.journey.ApprovalRules;
import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.runtime.access.SignedIn;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is there to sign, by which rules, and what they are asked for. */
final class SignersUnderTest {
  private SignersUnderTest() {}

  static void as(SignedIn person) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            new UsernamePasswordAuthenticationToken(person, null, person.getAuthorities()));
  }

  static void known(JourneysUnderTest app, SignedIn... people) {
    Stream.of(people).map(SignedIn::person).forEach(app.bean(People.class)::save);
  }

  static List<Approval> asked(JourneysUnderTest app, UUID id) {
    return app.bean(ApprovalService.class).submit(id, planner(), Locale.ENGLISH).stream()
        .filter(Approval::isOpen)
        .toList();
  }

  static void rule(
      JourneysUnderTest app,
      Approval.Step step,
      int stage,
      int customers,
      @Nullable String channel,
      @Nullable Purpose purpose,
      @Nullable String owner) {
    app.bean(ApprovalRules.class)
        .save(
            new ApprovalRule(
                UUID.randomUUID(),
                step,
                stage,
                RiskTier.LOW,
                customers,
                channel,
                purpose,
                owner,
                5));
  }
}
