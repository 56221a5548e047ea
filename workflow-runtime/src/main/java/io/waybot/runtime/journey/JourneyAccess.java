package io.waybot.runtime.journey;

import io.waybot.db.bank.OrgUnits;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds journeys for somebody: what their unit does not own or lead does not exist for them. */
@Component
class JourneyAccess {
  private final JourneyRepository journeys;
  private final JourneyVersionRepository versions;
  private final OrgUnits units;

  JourneyAccess(JourneyRepository journeys, JourneyVersionRepository versions, OrgUnits units) {
    this.journeys = journeys;
    this.versions = versions;
    this.units = units;
  }

  /**
   * @throws ApiProblem 404 if there is none in the person's scope
   */
  Journey get(UUID id, SignedIn by) {
    return journeys
        .findById(id)
        .filter(journey -> sees(by, journey))
        .orElseThrow(ApiProblem::notFound);
  }

  /** By id, or by key for people who write URLs by hand. */
  Journey get(String idOrKey, SignedIn by) {
    var found =
        idOrKey.length() == 36 && idOrKey.charAt(8) == '-'
            ? parse(idOrKey).flatMap(journeys::findById)
            : journeys.findByJourneyKey(idOrKey);
    return found.filter(journey -> sees(by, journey)).orElseThrow(ApiProblem::notFound);
  }

  boolean sees(SignedIn by, Journey journey) {
    return by.scope().covers(units.get(journey.ownerOrg()));
  }

  JourneyVersion newest(Journey journey) {
    return versions.findFirstByJourneyIdOrderByVersionNoDesc(journey.id()).orElseThrow();
  }

  private static java.util.Optional<UUID> parse(String id) {
    try {
      return java.util.Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return java.util.Optional.empty();
    }
  }
}
