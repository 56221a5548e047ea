package io.waybot.runtime.segment;

import io.waybot.connectors.segment.SegmentProblem;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.bank.AuditLog;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Segments within somebody's part of the organisation; counts are of their own customers. */
@Component
public class SegmentService {
  private static final String CODE = "[A-Za-z][A-Za-z0-9_-]{0,63}";

  private final SegmentStore segments;
  private final SegmentSource members;
  private final CustomerStore customers;
  private final DatasetCatalog catalog;
  private final OrgUnits units;
  private final AuditLog audit;
  private final Clock clock;

  SegmentService(
      SegmentStore segments,
      SegmentSource members,
      CustomerStore customers,
      DatasetCatalog catalog,
      OrgUnits units,
      AuditLog audit,
      Clock clock) {
    this.segments = segments;
    this.members = members;
    this.customers = customers;
    this.catalog = catalog;
    this.units = units;
    this.audit = audit;
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
    try {
      var found = members.customers(rule, LocalDate.now(clock)).clone();
      found.and(customers.ofOrg(by.unit().code()));
      return found.getCardinality();
    } catch (SegmentProblem problem) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "segment_rule", problem.getMessage());
    }
  }

  /** How many of the person's own customers are in the segment today, by rule or list. */
  public int count(Segment segment, SignedIn by) {
    return count(new SegmentRule.InSegment(segment.code()), by);
  }

  /**
   * Keeps a rule under a code: a new segment, or the next version of one the person may change.
   *
   * @throws ApiProblem 422 {@code segment_code}, {@code segment_rule}; 409 {@code segment_taken}
   */
  @Transactional
  public void save(String code, String nameZh, String nameEn, SegmentRule rule, SignedIn by) {
    if (!by.isAny(Role.PLANNER, Role.ANALYST)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    if (!code.matches(CODE) || nameZh.isBlank() || nameEn.isBlank()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "segment_code");
    }
    count(rule, by); // a rule that cannot be asked is not kept
    var known = segments.find(code).orElse(null);
    var now = clock.instant();
    if (known == null) {
      segments.add(Segment.byRule(code, nameZh, nameEn, by.unit().code(), rule, by.login(), now));
    } else {
      requireOwn(known, by);
      segments.change(known.redefined(nameZh, nameEn, rule, by.login(), now));
    }
    audit.append(by.login(), "segment.save", code, null);
  }

  private void requireOwn(@Nullable Segment known, SignedIn by) {
    if (known == null || !by.scope().covers(units.get(known.ownerOrg()))) {
      throw new ApiProblem(HttpStatus.CONFLICT, "segment_taken");
    }
  }

  private boolean sees(SignedIn by, Segment segment) {
    var owner = units.get(segment.ownerOrg());
    return by.scope().covers(owner) || owner.covers(by.unit());
  }
}
