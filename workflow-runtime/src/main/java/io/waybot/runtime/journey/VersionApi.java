package io.waybot.runtime.journey;

import io.waybot.db.bank.Role;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.VersionState;
import io.waybot.runtime.access.Answers;
import io.waybot.runtime.access.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Versions of a journey over HTTP: list, read, compare, make an old one the new draft. */
@RestController
@RequestMapping("/api/v1/journeys/{journey}/versions")
class VersionApi {
  private static final Role[] READERS = {
    Role.PLANNER, Role.APPROVER, Role.MANAGER, Role.ANALYST, Role.ADMIN
  };

  private final JourneyAccess access;
  private final VersionHistory history;
  private final CurrentUser user;

  VersionApi(JourneyAccess access, VersionHistory history, CurrentUser user) {
    this.access = access;
    this.history = history;
    this.user = user;
  }

  record Items<T>(List<T> items, @Nullable String next) {}

  record Described(
      int version,
      VersionState state,
      String author,
      Instant savedAt,
      @Nullable Instant submittedAt,
      @Nullable Instant deployedAt,
      @Nullable String note,
      @Nullable Integer restoredFrom,
      int changes) {

    static Described of(JourneyVersion version, VersionChanges changes) {
      return new Described(
          version.versionNo(),
          version.state(),
          version.author(),
          version.savedAt(),
          version.submittedAt(),
          version.deployedAt(),
          version.note(),
          version.restoredFrom(),
          changes.count());
    }
  }

  @GetMapping
  Items<Described> list(@PathVariable String journey) {
    var by = user.with(READERS);
    return new Items<>(
        history.of(id(journey), by).stream()
            .map(entry -> Described.of(entry.version(), entry.changes()))
            .toList(),
        null);
  }

  @GetMapping(path = "/{version}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  String bpmn(@PathVariable String journey, @PathVariable int version) {
    return history.get(id(journey), version, user.with(READERS)).bpmn();
  }

  /** What differs in this version from another one. */
  @GetMapping("/{version}/changes")
  VersionChanges changes(
      @PathVariable String journey, @PathVariable int version, @RequestParam int from) {
    var by = user.with(READERS);
    return VersionChanges.between(
        history.get(id(journey), from, by), history.get(id(journey), version, by));
  }

  @PostMapping("/{version}/restore")
  @ResponseStatus(HttpStatus.CREATED)
  @Answers("201")
  Described restore(@PathVariable String journey, @PathVariable int version) {
    return Described.of(
        history.restore(id(journey), version, user.with(Role.PLANNER)), VersionChanges.NONE);
  }

  private UUID id(String journey) {
    return access.get(journey, user.get()).id();
  }
}
