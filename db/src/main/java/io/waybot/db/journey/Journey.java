package io.waybot.db.journey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A process a planner drew for customers of one organisation unit; it lives in versions. */
@Entity
@Table(name = "journey")
public class Journey {
  @Id private UUID id;
  private String journeyKey;
  private String nameZh;
  private String nameEn;
  private String ownerOrg;
  private String ownerLogin;
  private @Nullable UUID liveVersionId;
  private boolean paused;
  private boolean retired;
  private String experimentSalt;
  private Instant createdAt;
  @Version private @Nullable Integer version;

  @SuppressWarnings("NullAway.Init")
  protected Journey() {} // for Hibernate

  /**
   * @param key the BPMN process id
   * @param experimentSalt decides who is held out, for as long as the journey lives
   */
  public Journey(
      String key,
      String nameZh,
      String nameEn,
      String ownerOrg,
      String ownerLogin,
      String experimentSalt,
      Instant at) {
    this.id = UUID.randomUUID();
    this.journeyKey = key;
    this.nameZh = nameZh;
    this.nameEn = nameEn;
    this.ownerOrg = ownerOrg;
    this.ownerLogin = ownerLogin;
    this.experimentSalt = experimentSalt;
    this.createdAt = at;
  }

  public void rename(String zh, String en) {
    nameZh = zh;
    nameEn = en;
  }

  /** Its lists hold this unit's customers only. */
  public void giveTo(String org) {
    ownerOrg = org;
  }

  /** From now on runs are of this version. */
  public void goLive(UUID versionId) {
    liveVersionId = versionId;
    paused = false;
    retired = false;
  }

  /** No run is opened until it is resumed. */
  public void pause() {
    requireLive();
    paused = true;
  }

  public void resume() {
    requireLive();
    paused = false;
  }

  /** Runs no more; a new version may bring it back. */
  public void retire() {
    requireLive();
    liveVersionId = null;
    paused = false;
    retired = true;
  }

  /** Control groups are drawn anew from here on; results before and after are not comparable. */
  public void beginExperimentPeriod(String salt) {
    experimentSalt = salt;
  }

  private void requireLive() {
    if (liveVersionId == null) {
      throw new IllegalStateException("journey " + journeyKey + " is not live");
    }
  }

  public UUID id() {
    return id;
  }

  public String key() {
    return journeyKey;
  }

  public String nameZh() {
    return nameZh;
  }

  public String nameEn() {
    return nameEn;
  }

  public String ownerOrg() {
    return ownerOrg;
  }

  public String ownerLogin() {
    return ownerLogin;
  }

  public @Nullable UUID liveVersionId() {
    return liveVersionId;
  }

  public boolean paused() {
    return paused;
  }

  public boolean retired() {
    return retired;
  }

  public String experimentSalt() {
    return experimentSalt;
  }
}
