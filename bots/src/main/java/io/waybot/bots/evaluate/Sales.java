package io.waybot.bots.evaluate;

import io.waybot.db.experiment.OutcomeTable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/** Who bought in the window, when first, and for how much in all. */
final class Sales {
  private final Map<Integer, Sale> byCustomer = new HashMap<>();

  record Sale(Instant first, double amountYuan) {
    Sale and(Instant at, double more) {
      return new Sale(at.isBefore(first) ? at : first, amountYuan + more);
    }
  }

  private Sales() {}

  static Sales read(OutcomeTable outcomes, Collection<String> products, Instant from, Instant to) {
    var sales = new Sales();
    outcomes.sales(
        products,
        from,
        to,
        (customer, at, amount) ->
            sales.byCustomer.merge(
                customer, new Sale(at, amount), (known, more) -> known.and(at, amount)));
    return sales;
  }

  @Nullable Sale of(int customer) {
    return byCustomer.get(customer);
  }

  boolean bought(int customer) {
    return byCustomer.containsKey(customer);
  }

  /** Everybody who bought. */
  RoaringBitmap buyers() {
    var buyers = new RoaringBitmap();
    byCustomer.keySet().forEach(buyers::add);
    return buyers;
  }

  int buyers(RoaringBitmap customers) {
    return (int) byCustomer.keySet().stream().filter(customers::contains).count();
  }

  UpliftEstimator.Amounts amounts(RoaringBitmap customers) {
    double sum = 0;
    double squares = 0;
    for (var entry : byCustomer.entrySet()) {
      if (customers.contains(entry.getKey())) {
        double amount = entry.getValue().amountYuan();
        sum += amount;
        squares += amount * amount;
      }
    }
    return new UpliftEstimator.Amounts(customers.getCardinality(), sum, squares);
  }
}
