package io.waybot.runtime.journey;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.customer.OpenComplaints;
import io.waybot.db.journey.GoLiveReviews;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyVersion;
import io.waybot.db.journey.JourneyVersionRepository;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Some days after going live those who signed look at what came of it. */
@Component
public class GoLiveReview {
  private static final String RUNS =
      " join run r on r.id = d.run_id where r.journey_version_id = ? and r.kind <> 'REHEARSAL'"
          + " and d.state = 'SENT'";

  private final JourneyAccess access;
  private final JourneyVersionRepository versions;
  private final GoLiveReviews reviews;
  private final OpenComplaints complaints;
  private final JdbcClient sql;
  private final AuditLog audit;
  private final Clock clock;

  GoLiveReview(
      JourneyAccess access,
      JourneyVersionRepository versions,
      GoLiveReviews reviews,
      OpenComplaints complaints,
      JdbcClient sql,
      AuditLog audit,
      Clock clock) {
    this.access = access;
    this.versions = versions;
    this.reviews = reviews;
    this.complaints = complaints;
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * One to do, with what there is to see so far.
   *
   * @param sent messages and leads of this version
   * @param optedOut customers who opted out after one of them
   * @param complaining customers who got one and have an open complaint now; whoever had one before
   *     got none
   */
  public record Task(
      Journey journey,
      JourneyVersion version,
      Instant dueAt,
      int sent,
      int optedOut,
      int complaining) {
    public boolean isDue(Instant now) {
      return !dueAt.isAfter(now);
    }
  }

  /** Those of versions that the person signed, the most urgent first. */
  @Transactional(readOnly = true)
  public List<Task> open(SignedIn person) {
    return reviews.open(person.login()).stream().map(open -> task(open, person)).toList();
  }

  /** How many are due by now. */
  public long due(SignedIn person) {
    var now = clock.instant();
    return reviews.open(person.login()).stream().filter(open -> !open.dueAt().isAfter(now)).count();
  }

  /**
   * Says what was found.
   *
   * @throws ApiProblem 422 {@code comment_missing}; 404 if the person was not asked or it is done
   */
  @Transactional
  public void close(UUID versionId, String finding, SignedIn by) {
    if (finding.isBlank()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "comment_missing");
    }
    if (reviews.open(by.login()).stream().noneMatch(open -> open.versionId().equals(versionId))
        || !reviews.close(versionId, by.login(), finding.strip(), clock.instant())) {
      throw ApiProblem.notFound();
    }
    var version = versions.findById(versionId).orElseThrow();
    var journey = access.get(version.journeyId(), by);
    var subject = journey.key() + " v" + version.versionNo();
    audit.append(by.login(), "journey.review", subject, finding.strip());
  }

  private Task task(GoLiveReviews.Open open, SignedIn person) {
    var version = versions.findById(open.versionId()).orElseThrow();
    return new Task(
        access.get(version.journeyId(), person),
        version,
        open.dueAt(),
        count("select count(*) from dispatch d" + RUNS, version.id()),
        count(
            "select count(distinct o.customer) from opt_out o where exists"
                + " (select 1 from dispatch d"
                + RUNS
                + " and d.customer = o.customer and d.sent_at <= o.at)",
            version.id()),
        complaints.among(reached(version.id())).getCardinality());
  }

  private RoaringBitmap reached(UUID versionId) {
    var customers = new RoaringBitmap();
    sql.sql("select distinct d.customer from dispatch d" + RUNS)
        .param(versionId)
        .query(row -> {
          customers.add(row.getInt(1));
        });
    return customers;
  }

  private int count(String query, UUID versionId) {
    return sql.sql(query).param(versionId).query(Integer.class).single();
  }
}
