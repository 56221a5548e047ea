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
    int happened = 0;
    var concerned = new RoaringBitmap();
    for (var watch : watches) {
      var found = watch.found().stream().map(this::event).toList();
      events.add(found);
      happened += found.size();
      found.forEach(event -> concerned.add(event.customer()));
      if (watch instanceof Watch.Lasting lasting) {
        detections.stand(lasting.code(), businessDate, lasting.holding());
      }
    }
    int staged =
        stages.derive(
            start(businessDate.minusDays(BEHAVIOUR_DAYS)), start(businessDate.plusDays(1)));
    var found = new Found(happened, concerned.getCardinality(), staged);
    detections.end(businessDate, found);
    return found;
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
      var days = type.get().freshDays();
      var first = businessDate.minusDays(days == null ? USUAL_FRESH_DAYS : days);
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
