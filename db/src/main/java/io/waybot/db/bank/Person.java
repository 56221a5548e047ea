package io.waybot.db.bank;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signs in: a person, a robot or a technical account.
 *
 * @param passwordHash with the algorithm in front, {@code {bcrypt}…}
 * @param duty for approvers, the step they sign: BUSINESS, COMPLIANCE or HEAD_OF_RETAIL
 * @param leadsPerDay how many leads a relationship manager takes a day over all journeys
 * @param demo refused unless the server listens on the loopback address only
 */
public record Person(
    String login,
    String nameZh,
    String nameEn,
    String orgCode,
    String passwordHash,
    Kind kind,
    String language,
    @Nullable String duty,
    int leadsPerDay,
    boolean demo,
    boolean active,
    Set<Role> roles) {

  public enum Kind {
    PERSON,
    ROBOT,
    TECHNICAL
  }

  public Person {
    roles = Set.copyOf(roles);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  @Override
  public String toString() {
    return "Person[" + login + "]"; // never the password hash in a log line
  }
}
