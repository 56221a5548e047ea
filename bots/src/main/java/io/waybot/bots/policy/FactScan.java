package io.waybot.bots.policy;

import io.waybot.db.customer.ColumnRow;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Reads facts for a whole set of customers in one pass; whoever has no row is there with no facts.
 */
@Component
public class FactScan {
  private final CustomerColumns columns;
  private final DatasetCatalog catalog;

  FactScan(CustomerColumns columns, DatasetCatalog catalog) {
    this.columns = columns;
    this.catalog = catalog;
  }

  /**
   * Calls the handler once for each customer; first those with a row in number order, then the
   * others.
   *
   * @param wanted columns of the customers' profile; those the bank does not deliver are unknown
   */
  public void each(
      RoaringBitmap customers, Collection<String> wanted, Consumer<CustomerFacts> handler) {
    var rest = customers.clone();
    var delivered = delivered(Set.copyOf(wanted));
    Map<String, Integer> places =
        IntStream.range(0, delivered.size())
            .boxed()
            .collect(Collectors.toMap(delivered::get, i -> i));
    if (!delivered.isEmpty()) {
      columns.scan(
          Dataset.CUSTOMERS,
          delivered,
          customers,
          row -> {
            rest.remove(row.customer());
            handler.accept(new Scanned(row, places));
          });
    }
    rest.forEach((int customer) -> handler.accept(new Nothing(customer, places.keySet())));
  }

  private List<String> delivered(Set<String> wanted) {
    return catalog.columns(Dataset.CUSTOMERS).stream()
        .map(DatasetColumn::name)
        .filter(wanted::contains)
        .toList();
  }

  private record Scanned(ColumnRow row, Map<String, Integer> places) implements CustomerFacts {
    @Override
    public int customer() {
      return row.customer();
    }

    @Override
    public boolean delivered(String column) {
      return places.containsKey(column);
    }

    @Override
    public boolean known(String column) {
      var place = places.get(column);
      return place != null && !row.empty(place);
    }

    @Override
    public @Nullable String text(String column) {
      var place = places.get(column);
      return place == null ? null : row.text(place);
    }

    @Override
    public double decimal(String column) {
      var place = places.get(column);
      return place == null ? Double.NaN : row.decimal(place);
    }

    @Override
    public boolean flag(String column) {
      var place = places.get(column);
      return place != null && row.flag(place);
    }

    @Override
    public @Nullable LocalDate date(String column) {
      var place = places.get(column);
      return place == null ? null : row.date(place);
    }
  }

  private record Nothing(int customer, Set<String> places) implements CustomerFacts {
    @Override
    public boolean delivered(String column) {
      return places.contains(column);
    }

    @Override
    public boolean known(String column) {
      return false;
    }

    @Override
    public @Nullable String text(String column) {
      return null;
    }

    @Override
    public double decimal(String column) {
      return Double.NaN;
    }

    @Override
    public boolean flag(String column) {
      return false;
    }

    @Override
    public @Nullable LocalDate date(String column) {
      return null;
    }
  }
}
