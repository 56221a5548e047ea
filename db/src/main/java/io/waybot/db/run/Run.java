package io.waybot.db.run;

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

/** One execution of a journey version for one business date. */
@Entity
@Table(name = "run")
public class Run {
  @Id private UUID id;
  private UUID journeyId;
  private UUID journeyVersionId;
  private LocalDate businessDate;

  @Enumerated(EnumType.STRING)
  private RunKind kind;

  private int attempt;

  @Enumerated(EnumType.STRING)
  private RunState state;

  private UUID scopeRunId;
  private @Nullable UUID engineId;
  private @Nullable Long instanceKey;

  @Column(length = 8000)
  private String parameters;

  private @Nullable String stateReason;
  private String startedBy;
  private Instant startedAt;
  private Instant stateChangedAt;
  private @Nullable Instant finishedAt;
  @Version private @Nullable Integer version;

  @SuppressWarnings("NullAway.Init")
  protected Run() {} // for Hibernate

  /** A run that the engine does not know yet. */
  public Run(NewRun wanted, Instant at) {
    id = UUID.randomUUID();
    journeyId = wanted.journeyId();
    journeyVersionId = wanted.journeyVersionId();
    businessDate = wanted.businessDate();
    kind = wanted.kind();
    attempt = wanted.attempt();
    scopeRunId = wanted.scopeRunId() == null ? id : wanted.scopeRunId();
    parameters = wanted.parameters();
    startedBy = wanted.startedBy();
    state = RunState.STARTING;
    startedAt = at;
    stateChangedAt = at;
  }

  /** A step waits for the day's data. */
  public void waitForData(Instant at) {
    if (state == RunState.RUNNING) {
      moveTo(RunState.WAITING_DATA, null, at);
    }
  }

  /** The data came, or the incident was solved. */
  public void goOn(Instant at) {
    if (state == RunState.WAITING_DATA || state == RunState.INCIDENT) {
      moveTo(RunState.RUNNING, null, at);
    }
  }

  /** A step cannot go on without a person. */
  public void stumble(String why, Instant at) {
    if (!state.isFinal()) {
      moveTo(RunState.INCIDENT, why, at);
    }
  }

  /** The process ended by itself. */
  public void finish(Instant at) {
    end(RunState.FINISHED, null, at);
  }

  /** A person ended it. */
  public void cancel(String why, Instant at) {
    end(RunState.CANCELLED, why, at);
  }

  /** Its data did not come in time. */
  public void skip(String why, Instant at) {
    end(RunState.SKIPPED, why, at);
  }

  /** It cannot be finished any more, whoever helps. */
  public void fail(String why, Instant at) {
    end(RunState.FAILED, why, at);
  }

  private void end(RunState last, @Nullable String why, Instant at) {
    if (!state.isFinal()) {
      moveTo(last, why, at);
      finishedAt = at;
    }
  }

  private void moveTo(RunState next, @Nullable String why, Instant at) {
    state = next;
    stateReason = why == null || why.length() <= 400 ? why : why.substring(0, 400);
    stateChangedAt = at;
  }

  public UUID id() {
    return id;
  }

  public UUID journeyId() {
    return journeyId;
  }

  public UUID journeyVersionId() {
    return journeyVersionId;
  }

  public LocalDate businessDate() {
    return businessDate;
  }

  public RunKind kind() {
    return kind;
  }

  public int attempt() {
    return attempt;
  }

  public RunState state() {
    return state;
  }

  public UUID scopeRunId() {
    return scopeRunId;
  }

  public @Nullable UUID engineId() {
    return engineId;
  }

  public @Nullable Long instanceKey() {
    return instanceKey;
  }

  /** JSON object: process variables such as {@code wait_first}. */
  public String parameters() {
    return parameters;
  }

  public @Nullable String stateReason() {
    return stateReason;
  }

  public String startedBy() {
    return startedBy;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public @Nullable Instant finishedAt() {
    return finishedAt;
  }
}
