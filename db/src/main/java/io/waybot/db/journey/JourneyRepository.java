package io.waybot.db.journey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Journeys, unique on their key. */
public interface JourneyRepository extends Repository<Journey, UUID> {
  Journey saveAndFlush(Journey journey);

  Optional<Journey> findById(UUID id);

  Optional<Journey> findByJourneyKey(String key);

  List<Journey> findByLiveVersionIdIsNotNullOrderByJourneyKey();
}
