package io.waybot.db.lead;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Leads one by one. */
public interface LeadRepository extends Repository<Lead, UUID> {
  Lead saveAndFlush(Lead lead);

  Optional<Lead> findById(UUID id);

  List<Lead> findTop500ByStateAndDueOnBefore(LeadState state, LocalDate day);
}
