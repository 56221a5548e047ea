package io.waybot.runtime.lead;

import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.lead.Lead;
import io.waybot.db.lead.LeadRepository;
import io.waybot.db.lead.LeadState;
import io.waybot.db.lead.LeadTable;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends leads nobody worked in time, or gives them back to the team, by the bank's date. */
@Component
class LeadExpiry {
  private static final Logger log = LoggerFactory.getLogger(LeadExpiry.class);
  private static final int SECOND_CHANCE_DAYS = 3;
  private final LeadRepository leads;
  private final LeadTable acts;
  private final BusinessCalendar calendar;
  private final Clock clock;
  private final TransactionTemplate transaction;

  LeadExpiry(
      LeadRepository leads,
      LeadTable acts,
      BusinessCalendar calendar,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.leads = leads;
    this.acts = acts;
    this.calendar = calendar;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
  void sweep() {
    var today = LocalDate.now(clock);
    for (var lead : leads.findTop500ByStateAndDueOnBefore(LeadState.OPEN, today)) {
      try {
        transaction.executeWithoutResult(status -> expire(lead, today));
      } catch (OptimisticLockingFailureException e) {
        log.info("lead={} was worked at the last moment", lead.id());
      }
    }
  }

  private void expire(Lead lead, LocalDate today) {
    boolean returned = lead.expire(calendar.plus(today, SECOND_CHANCE_DAYS), clock.instant());
    leads.saveAndFlush(lead);
    acts.act(lead.id(), "robot", returned ? "returned" : "expired", null, clock.instant());
  }
}
