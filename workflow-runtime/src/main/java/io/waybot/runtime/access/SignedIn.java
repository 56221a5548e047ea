package io.waybot.runtime.access;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody whose password was right, as they were when they signed in. */
public record SignedIn(Person person, OrgUnit unit) implements UserDetails {

  public String login() {
    return person.login();
  }

  public boolean is(Role role) {
    return person.is(role);
  }

  public String name(Locale language) {
    return language.getLanguage().equals("en") ? person.nameEn() : person.nameZh();
  }

  /** Their own unit and everything below it. */
  public Scope scope() {
    return Scope.below(unit);
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return person.roles().stream()
        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
        .toList();
  }

  @Override
  public String getPassword() {
    return person.passwordHash();
  }

  @Override
  public String getUsername() {
    return person.login();
  }

  /** Whether they hold one of the roles. */
  public boolean isAny(Role... roles) {
    return List.of(roles).stream().anyMatch(person::is);
  }
}
