package io.waybot.bots.event;

import io.waybot.bots.policy.CustomerFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Looks out for one event while all customers pass by. */
sealed interface Watch {
  /** A new event. */
  record Sighting(int customer, String code, LocalDate day) {}

  List<String> columns();

  void look(CustomerFacts customer);

  List<Sighting> found();

  /** A moment within the event's fresh days that nobody has told. */
  final class Recent implements Watch {
    private final Detection.Moment rule;
    private final LocalDate first;
    private final LocalDate today;
    private final RoaringBitmap told;
    private final List<Sighting> found = new ArrayList<>();

    Recent(Detection.Moment rule, LocalDate first, LocalDate today, RoaringBitmap told) {
      this.rule = rule;
      this.first = first;
      this.today = today;
      this.told = told;
    }

    @Override
    public List<String> columns() {
      return rule.columns();
    }

    @Override
    public void look(CustomerFacts customer) {
      var day = rule.day().of(customer, today);
      if (day != null
          && !day.isBefore(first)
          && !day.isAfter(today)
          && !told.contains(customer.customer())) {
        found.add(new Sighting(customer.customer(), rule.code(), day));
      }
    }

    @Override
    public List<Sighting> found() {
      return found;
    }
  }

  /** A condition that began: it did not hold the last time, and nobody has told it. */
  final class Lasting implements Watch {
    private final Detection.Condition rule;
    private final LocalDate today;
    private final RoaringBitmap known;
    private final RoaringBitmap holding = new RoaringBitmap();

    Lasting(Detection.Condition rule, LocalDate today, RoaringBitmap told, RoaringBitmap before) {
      this.rule = rule;
      this.today = today;
      this.known = RoaringBitmap.or(told, before);
    }

    String code() {
      return rule.code();
    }

    @Override
    public List<String> columns() {
      return rule.columns();
    }

    @Override
    public void look(CustomerFacts customer) {
      if (rule.holds().of(customer)) {
        holding.add(customer.customer());
      }
    }

    /** For whom it holds today. */
    RoaringBitmap holding() {
      return holding;
    }

    @Override
    public List<Sighting> found() {
      return RoaringBitmap.andNot(holding, known).stream()
          .mapToObj(customer -> new Sighting(customer, rule.code(), today))
          .toList();
    }
  }
}
