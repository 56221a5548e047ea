package io.waybot.db.journey;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Versions of journeys, unique on (journey, number). */
public interface JourneyVersionRepository extends Repository<JourneyVersion, UUID> {
  JourneyVersion saveAndFlush(JourneyVersion version);

  Optional<JourneyVersion> findById(UUID id);

  Optional<JourneyVersion> findFirstByJourneyIdOrderByVersionNoDesc(UUID journeyId);

  Optional<JourneyVersion> findByJourneyIdAndVersionNo(UUID journeyId, int versionNo);

  List<JourneyVersion> findByJourneyIdOrderByVersionNoDesc(UUID journeyId);

  /** A note changes nothing that somebody may be editing, so the revision stays. */
  @Modifying(clearAutomatically = true)
  @Query("update JourneyVersion v set v.note = ?2 where v.id = ?1")
  void annotate(UUID id, @Nullable String note);

  /** The row stays locked until the transaction ends: two signatures are counted one by one. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select v from JourneyVersion v where v.id = ?1")
  Optional<JourneyVersion> lock(UUID id);
}
