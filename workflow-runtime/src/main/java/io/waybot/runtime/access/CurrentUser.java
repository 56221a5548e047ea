package io.waybot.runtime.access;

import io.waybot.db.bank.Role;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who asks: on the screens and in the API alike. */
@Component
public class CurrentUser {

  /** Empty where nobody signed in: the scheduler, a robot, the engine. */
  public Optional<SignedIn> find() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }

  /**
   * @throws ApiProblem 401 if nobody is signed in
   */
  public SignedIn get() {
    return find().orElseThrow(() -> new ApiProblem(HttpStatus.UNAUTHORIZED, "not_signed_in"));
  }

  /**
   * @throws ApiProblem 403 if the person holds none of the roles
   */
  public SignedIn with(Role... oneOf) {
    var person = get();
    if (!person.isAny(oneOf)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    return person;
  }
}
