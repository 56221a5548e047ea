package io.waybot.db.lead;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer for one relationship manager to call. Made in bulk by {@link LeadTable}. */
@Entity
@Table(name = "lead")
public class Lead {

  /** What becomes of a lead nobody worked in time. */
  public enum IfExpired {
    /** Back to the team, once. */
    RETURN,
    CLOSE
  }

  @Id private UUID id;

  @Column(updatable = false)
  private UUID runId;

  @Column(updatable = false)
  private UUID journeyId;

  @Column(updatable = false)
  private int customer;

  private String orgCode;
  private @Nullable String staffLogin;

  @Column(updatable = false)
  private @Nullable String productCode;

  @Enumerated(EnumType.STRING)
  private LeadState state;

  @Enumerated(EnumType.STRING)
  private @Nullable LeadOutcome outcome;

  private @Nullable String note;
  private @Nullable String recordingNo;
  private @Nullable LocalDate callAgainOn;
  private LocalDate dueOn;
  private @Nullable Instant closedAt;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private IfExpired ifExpired;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Lead() {} // for Hibernate

  /**
   * Records what came of it.
   *
   * @throws IllegalStateException if the lead is not open
   * @throws IllegalArgumentException if CALL_AGAIN comes without a day
   */
  public void record(LeadReport report, Instant at) {
    requireOpen();
    if (report.outcome() == LeadOutcome.CALL_AGAIN) {
      if (report.callAgainOn() == null) {
        throw new IllegalArgumentException("call again on which day?");
      }
      callAgainOn = report.callAgainOn();
      dueOn = callAgainOn.isAfter(dueOn) ? callAgainOn : dueOn;
    }
    outcome = report.outcome();
    note = report.note();
    recordingNo = report.recordingNo();
    if (outcome.closes()) {
      state = LeadState.DONE;
      closedAt = at;
    }
  }

  /**
   * Gives the lead to somebody of a unit.
   *
   * @throws IllegalStateException if the lead is not open
   */
  public void reassign(String staff, String org) {
    requireOpen();
    staffLogin = staff;
    orgCode = org;
  }

  /**
   * Nobody worked it in time: back to the team with a new date if it may and somebody had it, else
   * ended.
   *
   * @return whether it went back
   */
  public boolean expire(LocalDate newDueOn, Instant at) {
    requireOpen();
    if (ifExpired == IfExpired.RETURN && staffLogin != null) {
      staffLogin = null;
      dueOn = newDueOn;
      return true;
    }
    state = LeadState.EXPIRED;
    closedAt = at;
    return false;
  }

  private void requireOpen() {
    if (state != LeadState.OPEN) {
      throw new IllegalStateException("lead " + id + " is " + state);
    }
  }

  public UUID id() {
    return id;
  }

  public UUID runId() {
    return runId;
  }

  public UUID journeyId() {
    return journeyId;
  }

  public int customer() {
    return customer;
  }

  public String orgCode() {
    return orgCode;
  }

  public @Nullable String staffLogin() {
    return staffLogin;
  }

  public @Nullable String productCode() {
    return productCode;
  }

  public LeadState state() {
    return state;
  }

  public @Nullable LeadOutcome outcome() {
    return outcome;
  }

  public LocalDate dueOn() {
    return dueOn;
  }
}
