package io.waybot.runtime.segment;

import io.waybot.connectors.segment.SegmentProblem;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.language.Spoken;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Segments within somebody's part of the organisation; counts are of their own customers. */
@Component
public class SegmentService {
  private final SegmentStore segments;
  private final SegmentSource members;
  private final CustomerStore customers;
  private final DatasetCatalog catalog;
  private final OrgUnits units;
  private final SegmentKeeper keeper;
  private final Clock clock;

  SegmentService(
      SegmentStore segments,
      SegmentSource members,
      CustomerStore customers,
      DatasetCatalog catalog,
      OrgUnits units,
      SegmentKeeper keeper,
      Clock clock) {
    this.segments = segments;
    this.members = members;
    this.customers = customers;
    this.catalog = catalog;
    this.units = units;
    this.keeper = keeper;
    this.clock = clock;
  }

  /** A column that a rule may compare. */
  public record Field(String dataset, DatasetColumn column) {}

  /** The segments of the person's own part, and those that units above them share. */
  public List<Segment> visible(SignedIn by) {
    return segments.all().stream().filter(segment -> sees(by, segment)).toList();
  }

  /** Every column of the bank's profile data. */
  public List<Field> fields() {
    return catalog.all().stream()
        .filter(dataset -> dataset.kind() == Dataset.Kind.PROFILE)
        .flatMap(dataset ->
            catalog.columns(dataset.name()).stream()
                .map(column -> new Field(dataset.name(), column)))
        .toList();
  }

  /**
   * How many of the person's own customers fulfil the rule today.
   *
   * @throws ApiProblem 422 {@code segment_rule} if the rule cannot be asked
   */
  public int count(SegmentRule rule, SignedIn by) {
    return members(rule, by).getCardinality();
  }

  /** The person's own customers that are in the segment today, by rule or list. */
  public RoaringBitmap members(Segment segment, SignedIn by) {
    return members(new SegmentRule.InSegment(segment.code()), by);
  }

  private RoaringBitmap members(SegmentRule rule, SignedIn by) {
    try {
      return RoaringBitmap.and(
          members.customers(rule, LocalDate.now(clock)), customers.ofOrg(by.unit().code()));
    } catch (SegmentProblem problem) {
      Spoken why = language -> problem.message(language.getLanguage());
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "segment_rule", why);
    }
  }

  /**
   * Keeps a rule under a code.
   *
   * @param seenVersion the version that was changed; null for a new segment
   * @throws ApiProblem 422 {@code segment_code}, {@code segment_rule}; 409 {@code segment_taken},
   *     {@code segment_changed}
   */
  @Transactional
  public void save(
      String code,
      String nameZh,
      String nameEn,
      SegmentRule rule,
      @Nullable Integer seenVersion,
      SignedIn by) {
    count(rule, by); // a rule that cannot be asked is not kept
    keeper.keep(
        code,
        seenVersion,
        by,
        at -> Segment.byRule(code, nameZh, nameEn, by.unit().code(), rule, by.login(), at),
        (known, at) -> known.redefined(nameZh, nameEn, rule, by.login(), at));
    count(new SegmentRule.InSegment(code), by); // nor one that now contains itself
  }

  /** Whether the person may change the segment, not only use it. */
  public boolean mayChange(Segment segment, SignedIn by) {
    return by.isAny(Role.PLANNER, Role.ANALYST) && by.scope().covers(units.get(segment.ownerOrg()));
  }

  private boolean sees(SignedIn by, Segment segment) {
    var owner = units.get(segment.ownerOrg());
    return by.scope().covers(owner) || owner.covers(by.unit());
  }
}
