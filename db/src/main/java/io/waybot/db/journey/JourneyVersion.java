package io.waybot.db.journey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One drawing of a journey with its settings; a draft may change, a submitted one may not: it is
 * sealed, so that a change made behind the application's back is found before it runs.
 */
@Entity
@Table(name = "journey_version")
public class JourneyVersion {
  @Id private UUID id;
  private UUID journeyId;
  private int versionNo;
  @Version private @Nullable Integer revision;

  @Enumerated(EnumType.STRING)
  private VersionState state;

  @Column(columnDefinition = "text")
  private String bpmn;

  @Column(length = 8000)
  private String settings;

  private String author;
  private Instant savedAt;
  private @Nullable Instant submittedAt;
  private @Nullable Instant deployedAt;
  private @Nullable String seal;
  private @Nullable String note;
  private @Nullable Integer restoredFrom;

  @SuppressWarnings("NullAway.Init")
  protected JourneyVersion() {} // for Hibernate

  public JourneyVersion(
      UUID journeyId,
      int versionNo,
      String bpmn,
      JourneySettings settings,
      String author,
      Instant at) {
    this.id = UUID.randomUUID();
    this.journeyId = journeyId;
    this.versionNo = versionNo;
    this.state = VersionState.DRAFT;
    this.bpmn = bpmn;
    this.settings = settings.toJson();
    this.author = author;
    this.savedAt = at;
  }

  /** A new draft that repeats this version. */
  public JourneyVersion again(int number, String by, Instant at) {
    var copy = new JourneyVersion(journeyId, number, bpmn, settings(), by, at);
    copy.restoredFrom = versionNo;
    return copy;
  }

  /** Replaces the draft; whoever saved last is its author. */
  public void redraw(String drawing, JourneySettings with, String by, Instant at) {
    require(VersionState.DRAFT);
    bpmn = drawing;
    settings = with.toJson();
    author = by;
    savedAt = at;
  }

  public void submit(Instant at) {
    require(VersionState.DRAFT);
    state = VersionState.SUBMITTED;
    submittedAt = at;
    seal = content();
  }

  /** Withdrawn or edited by a planner, or returned by an approver: a draft again. */
  public void takeBack() {
    if (state != VersionState.APPROVED) {
      require(VersionState.SUBMITTED);
    }
    state = VersionState.DRAFT;
    submittedAt = null;
    seal = null;
  }

  /** Whether it is still what was submitted, to the letter; true for one submitted before seals. */
  public boolean isAsSubmitted() {
    return seal == null || seal.equals(content());
  }

  /** Everybody signed. */
  public void approve() {
    require(VersionState.SUBMITTED);
    state = VersionState.APPROVED;
  }

  public void goLive(Instant at) {
    require(VersionState.APPROVED);
    state = VersionState.LIVE;
    deployedAt = at;
  }

  /** Another version took its place, or the journey ended. */
  public void retire() {
    require(VersionState.LIVE);
    state = VersionState.RETIRED;
  }

  private String content() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update((bpmn.length() + ":" + bpmn + settings).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void require(VersionState wanted) {
    if (state != wanted) {
      throw new IllegalStateException("version " + versionNo + " is " + state + ", not " + wanted);
    }
  }

  public UUID id() {
    return id;
  }

  public UUID journeyId() {
    return journeyId;
  }

  public int versionNo() {
    return versionNo;
  }

  /** Counts every change of the row from 1: what If-Match names. */
  public int revision() {
    return revision == null ? 1 : revision + 1;
  }

  public VersionState state() {
    return state;
  }

  public String bpmn() {
    return bpmn;
  }

  public JourneySettings settings() {
    return JourneySettings.fromJson(settings);
  }

  public String author() {
    return author;
  }

  public Instant savedAt() {
    return savedAt;
  }

  public @Nullable Instant submittedAt() {
    return submittedAt;
  }

  public @Nullable Instant deployedAt() {
    return deployedAt;
  }

  /** What the version is for, by a planner, in a sentence; no part of what is signed. */
  public @Nullable String note() {
    return note;
  }

  /** Number of the version that this one repeats; null: it was drawn. */
  public @Nullable Integer restoredFrom() {
    return restoredFrom;
  }
}
