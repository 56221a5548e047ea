package io.waybot.runtime.journey.lint;

import io.waybot.connectors.segment.SegmentProblem;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the bank's segments; an answer is used again for a while, for planners save often. */
@Component
class SegmentLists implements KnownLists {
  private static final int KEPT = 64;
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final SegmentStore segments;
  private final SegmentSource members;
  private final CustomerStore customers;
  private final OrgUnits units;
  private final JdbcClient sql;
  private final Clock clock;
  private final Map<Question, Answer> answers = new LinkedHashMap<>(KEPT, 0.75f, true);

  SegmentLists(
      SegmentStore segments,
      SegmentSource members,
      CustomerStore customers,
      OrgUnits units,
      JdbcClient sql,
      Clock clock) {
    this.segments = segments;
    this.members = members;
    this.customers = customers;
    this.units = units;
    this.sql = sql;
    this.clock = clock;
  }

  private record Question(Object subject, LocalDate date) {}

  private record Answer(RoaringBitmap customers, Instant at) {}

  @Override
  public Optional<Known> segment(String code, LocalDate date) {
    return segments.find(code).flatMap(segment -> known(segment, date));
  }

  private Optional<Known> known(Segment segment, LocalDate date) {
    try {
      var question = new Question(segment.id() + "/" + segment.version(), date);
      var found = asked(question, () -> members.customers(segment, date));
      return Optional.of(
          new Known(pathOf(segment.ownerOrg()), segment.listAudienceId() != null, found));
    } catch (SegmentProblem unanswerable) {
      return Optional.empty(); // the robot that pulls it says why; there is nothing to compare here
    }
  }

  @Override
  public RoaringBitmap customersOf(String unit) {
    return asked(new Question(unit, LocalDate.EPOCH), () -> customers.ofOrg(unit));
  }

  @Override
  public String pathOf(String unit) {
    return units.get(unit).path();
  }

  @Override
  public String ownerOf(String journeyKey) {
    return sql.sql("select owner_org from journey where journey_key = ?")
        .param(journeyKey)
        .query(String.class)
        .optional()
        .orElseGet(() ->
            sql.sql("select code from org_unit where parent_code is null")
                .query(String.class)
                .single());
  }

  private RoaringBitmap asked(
      Question question, java.util.function.Supplier<RoaringBitmap> source) {
    synchronized (answers) {
      var answer = answers.get(question);
      if (answer != null && answer.at().plus(FRESH).isAfter(clock.instant())) {
        return answer.customers();
      }
    }
    var found = source.get();
    synchronized (answers) {
      answers.put(question, new Answer(found, clock.instant()));
      if (answers.size() > KEPT) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
    return found;
  }
}
