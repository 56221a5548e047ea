package io.waybot.bots.event;

import io.waybot.bots.policy.FactScan;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.event.CustomerEvents;
import io.waybot.db.event.CustomerEvents.Detected;
import io.waybot.db.event.CustomerStages;
import io.waybot.db.event.EventDetections;
import io.waybot.db.event.EventDetections.Found;
import io.waybot.db.event.EventType;
import io.waybot.db.event.EventTypes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at every customer's columns once and notes what began or happened lately. What the bank has
 * told within the event's fresh days is not noted a second time.
 */
@Component
class EventDetector {
  private static final int USUAL_FRESH_DAYS = 7;
  private static final int BEHAVIOUR_DAYS = 30;

  private final FactScan facts;
  private final CustomerStore customers;
  private final DatasetCatalog catalog;
  private final EventTypes types;
  private final CustomerEvents events;
  private final EventDetections detections;
  private final CustomerStages stages;
  private final Clock clock;

  EventDetector(
      FactScan facts,
      CustomerStore customers,
      DatasetCatalog catalog,
      EventTypes types,
      CustomerEvents events,
      EventDetections detections,
      CustomerStages stages,
      Clock clock) {
    this.facts = facts;
    this.customers = customers;
    this.catalog = catalog;
    this.types = types;
    this.events = events;
    this.detections = detections;
    this.stages = stages;
    this.clock = clock;
  }

  /**
   * Does a date, in one transaction.
   *
   * @throws org.springframework.dao.DuplicateKeyException if somebody else did it meanwhile
   */
  @Transactional
  public Found detect(LocalDate businessDate) {
    detections.begin(businessDate);
    var watches = watches(businessDate);
    var columns = watches.stream().flatMap(watch -> watch.columns().stream()).toList();
    facts.each(
        customers.active(), columns, customer -> watches.forEach(watch -> watch.look(customer)));
    var all = new ArrayList<Detected>();
    habits(businessDate, all);
    for (var watch : watches) {
      watch.found().stream().map(this::event).forEach(all::add);
      if (watch instanceof Watch.Lasting lasting) {
        detections.stand(lasting.code(), businessDate, lasting.holding());
      }
    }
    events.add(all);
    var concerned = new RoaringBitmap();
    all.forEach(event -> concerned.add(event.customer()));
    int staged =
        stages.derive(
            start(businessDate.minusDays(BEHAVIOUR_DAYS)), start(businessDate.plusDays(1)));
    var found = new Found(all.size(), concerned.getCardinality(), staged);
    detections.end(businessDate, found);
    return found;
  }

  /** What people did in the app, of those events that the bank leaves to us to derive. */
  private void habits(LocalDate businessDate, List<Detected> all) {
    for (var habit : Habit.ALL) {
      var type = types.find(habit.code());
      if (type.isPresent() && type.get().source() == EventType.Source.EVENTS) {
        var until = start(businessDate.plusDays(1));
        var from = start(businessDate).minus(Duration.ofHours(habit.hours()));
        var did =
            events.often(
                habit.behaviour(),
                habit.atLeast(),
                "searched",
                habit.about() == null ? List.of() : habit.about(),
                from,
                until);
        if (habit.unlessBought()) {
          did.andNot(events.of(Habit.BOUGHT, from, until));
        }
        did.andNot(events.of(habit.code(), start(first(businessDate, type.get())), until));
        did.forEach(
            (int customer) -> all.add(new Detected(customer, habit.code(), start(businessDate))));
      }
    }
  }

  private static LocalDate first(LocalDate businessDate, EventType type) {
    var days = type.freshDays();
    return businessDate.minusDays(days == null ? USUAL_FRESH_DAYS : days);
  }

  private List<Watch> watches(LocalDate businessDate) {
    var watches = new ArrayList<Watch>();
    for (var detection : Detections.ALL) {
      var type = types.find(detection.code());
      if (type.isEmpty()
          || type.get().source() != EventType.Source.COLUMNS
          || !detection.columns().stream().allMatch(c -> catalog.has(Dataset.CUSTOMERS, c))) {
        continue; // not in this bank's catalogue, or told by another of its systems
      }
      var first = first(businessDate, type.get());
      var told = events.of(detection.code(), start(first), start(businessDate.plusDays(1)));
      watches.add(
          switch (detection) {
            case Detection.Moment moment -> new Watch.Recent(moment, first, businessDate, told);
            case Detection.Condition condition ->
                new Watch.Lasting(
                    condition, businessDate, told, detections.standing(condition.code()));
          });
    }
    return watches;
  }

  private Detected event(Watch.Sighting seen) {
    return new Detected(seen.customer(), seen.code(), start(seen.day()));
  }

  private Instant start(LocalDate date) {
    return date.atStartOfDay(clock.getZone()).toInstant();
  }
}
