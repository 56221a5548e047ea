package io.waybot.runtime.journey.approval;

import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.Deputies;
import io.waybot.runtime.access.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who may give a signature: whoever has the duty, or their deputy of the day. Nobody signs what
 * they made, nor for somebody who made it, and one person signs a version once.
 */
@Component
public class Signers {
  private final People people;
  private final Deputies deputies;
  private final Clock clock;

  Signers(People people, Deputies deputies, Clock clock) {
    this.people = people;
    this.deputies = deputies;
    this.clock = clock;
  }

  /**
   * Whose duty a signature is.
   *
   * @param by who has the duty: the signer, or the one they stand in for
   */
  public record Duty(Approval approval, String by) {}

  /**
   * What the person may sign now, their own duty first.
   *
   * @param author of the version
   * @param all signatures of the version
   */
  public Optional<Duty> duty(SignedIn person, String author, List<Approval> all) {
    if (!person.is(Role.APPROVER)
        || person.login().equals(author)
        || all.stream().anyMatch(given -> involves(given, person.login()))) {
      return Optional.empty();
    }
    return Stream.concat(Stream.of(person.person()), standsInFor(person))
        .filter(one -> !one.login().equals(author))
        .filter(one -> all.stream().noneMatch(given -> involves(given, one.login())))
        .flatMap(one -> open(one, all))
        .findFirst();
  }

  private static Stream<Duty> open(Person one, List<Approval> all) {
    return all.stream()
        .filter(approval -> approval.isDueAmong(all))
        .filter(approval -> approval.step().name().equals(one.duty()))
        .map(approval -> new Duty(approval, one.login()));
  }

  private Stream<Person> standsInFor(SignedIn person) {
    return deputies.actsFor(person.login(), LocalDate.now(clock)).stream()
        .flatMap(login -> people.find(login).stream())
        .filter(one -> one.active() && one.is(Role.APPROVER));
  }

  private static boolean involves(Approval approval, String login) {
    return approval.state() == Approval.State.APPROVED
        && (login.equals(approval.decidedBy()) || Objects.equals(login, approval.signedFor()));
  }
}
