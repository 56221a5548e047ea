package io.waybot.runtime.access;

import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds who signs in; the demo's accounts exist only on a server that nobody else can reach. */
@Component
class PeopleDetails implements UserDetailsService {
  private static final Logger log = LoggerFactory.getLogger(PeopleDetails.class);

  private final People people;
  private final OrgUnits units;
  private final boolean loopbackOnly;

  PeopleDetails(People people, OrgUnits units, @Value("${server.address:}") String bound) {
    this.people = people;
    this.units = units;
    this.loopbackOnly = !bound.isEmpty() && isLoopback(bound);
  }

  @Override
  public SignedIn loadUserByUsername(String login) {
    var person =
        people
            .find(login)
            .filter(Person::active)
            .filter(found -> found.kind() != Person.Kind.ROBOT)
            .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    if (person.demo() && !loopbackOnly) {
      log.warn("login={} refused: a demo account on a server that others can reach", login);
      throw new UsernameNotFoundException("unknown");
    }
    return new SignedIn(person, units.get(person.orgCode()));
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("server.address " + address + " is no address", e);
    }
  }
}
