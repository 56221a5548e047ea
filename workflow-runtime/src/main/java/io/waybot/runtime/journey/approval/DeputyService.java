package io.waybot.runtime.journey.approval;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.Deputies;
import io.waybot.db.journey.Deputies.Deputy;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An approver who is away names another one who signs for them. */
@Component
public class DeputyService {
  private final Deputies deputies;
  private final People people;
  private final AuditLog audit;
  private final Clock clock;

  DeputyService(Deputies deputies, People people, AuditLog audit, Clock clock) {
    this.deputies = deputies;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whom the approver has named for today and later. */
  public List<Deputy> of(SignedIn approver) {
    return deputies.namedBy(approver.login(), LocalDate.now(clock));
  }

  /** Who can be named: other approvers of the unit and below. */
  public List<Person> candidates(SignedIn approver) {
    return people.withRole(Role.APPROVER, approver.unit()).stream()
        .filter(person -> !person.login().equals(approver.login()))
        .toList();
  }

  /**
   * @throws ApiProblem 422 {@code no_such_deputy} for somebody who signs nothing or oneself, {@code
   *     period_over} for days that are past or in the wrong order
   */
  @Transactional
  public void name(String deputy, LocalDate from, LocalDate until, SignedIn by) {
    requireApprover(by);
    if (candidates(by).stream().noneMatch(person -> person.login().equals(deputy))) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "no_such_deputy");
    }
    if (until.isBefore(from) || until.isBefore(LocalDate.now(clock))) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "period_over");
    }
    deputies.add(new Deputy(UUID.randomUUID(), by.login(), deputy, from, until));
    audit.append(by.login(), "deputy.name", deputy, from + " – " + until);
  }

  @Transactional
  public void end(Deputy named, SignedIn by) {
    requireApprover(by);
    if (!deputies.remove(named.id(), by.login())) {
      throw ApiProblem.notFound();
    }
    audit.append(by.login(), "deputy.end", named.deputy(), null);
  }

  private static void requireApprover(SignedIn by) {
    if (!by.is(Role.APPROVER)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
  }
}
