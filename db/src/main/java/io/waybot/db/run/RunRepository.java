package io.waybot.db.run;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Runs, unique on (journey, business date, kind, attempt). */
public interface RunRepository extends Repository<Run, UUID> {
  Run saveAndFlush(Run run);

  Run save(Run run);

  Optional<Run> findById(UUID id);

  /** The run, kept from changing by anybody else until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Run r where r.id = ?1")
  Optional<Run> lock(UUID id);

  Optional<Run> findByJourneyIdAndBusinessDateAndKindAndAttempt(
      UUID journeyId, LocalDate date, RunKind kind, int attempt);

  Optional<Run> findByEngineIdAndInstanceKey(UUID engineId, Long instanceKey);

  List<Run> findByStateIn(Collection<RunState> states);

  List<Run> findByStateAndStateChangedAtBefore(RunState state, Instant before);

  @Query(
      "select coalesce(max(r.attempt), 0) from Run r where r.journeyId = ?1 and r.businessDate = ?2"
          + " and r.kind = ?3")
  int lastAttempt(UUID journeyId, LocalDate date, RunKind kind);
}
