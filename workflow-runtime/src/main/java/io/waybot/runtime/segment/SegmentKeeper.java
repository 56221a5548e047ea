package io.waybot.runtime.segment;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Role;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentStore;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Stores new segments and next versions of known ones, for whoever may change them. */
@Component
class SegmentKeeper {
  private static final String CODE = "[A-Za-z][A-Za-z0-9_-]{0,63}";

  private final SegmentStore segments;
  private final OrgUnits units;
  private final AuditLog audit;
  private final Clock clock;

  SegmentKeeper(SegmentStore segments, OrgUnits units, AuditLog audit, Clock clock) {
    this.segments = segments;
    this.units = units;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps a segment.
   *
   * @param seenVersion the version that was changed; null for a new segment
   * @throws ApiProblem 403; 422 {@code segment_code}; 409 {@code segment_taken}, {@code
   *     segment_changed}
   */
  void keep(
      String code,
      @Nullable Integer seenVersion,
      SignedIn by,
      Function<Instant, Segment> made,
      BiFunction<Segment, Instant, Segment> changed) {
    if (!by.isAny(Role.PLANNER, Role.ANALYST)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    var known = segments.find(code).orElse(null);
    var segment =
        known == null ? made.apply(clock.instant()) : changed.apply(known, clock.instant());
    if (!code.matches(CODE) || segment.nameZh().isBlank() || segment.nameEn().isBlank()) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_CONTENT, "segment_code");
    }
    try {
      if (known == null) {
        segments.add(segment);
      } else {
        requireSeen(known, seenVersion, by);
        segments.change(segment);
      }
    } catch (DataIntegrityViolationException taken) {
      throw new ApiProblem(HttpStatus.CONFLICT, "segment_taken");
    } catch (OptimisticLockingFailureException stale) {
      throw new ApiProblem(HttpStatus.CONFLICT, "segment_changed");
    }
    audit.append(by.login(), "segment.save", code, "v" + segment.version());
  }

  private void requireSeen(Segment known, @Nullable Integer seenVersion, SignedIn by) {
    if (seenVersion == null || !by.scope().covers(units.get(known.ownerOrg()))) {
      throw new ApiProblem(HttpStatus.CONFLICT, "segment_taken");
    }
    if (known.version() != seenVersion) {
      throw new ApiProblem(HttpStatus.CONFLICT, "segment_changed");
    }
  }
}
