package io.waybot.bots.policy;

import io.waybot.db.customer.ColumnRow;
import io.waybot.db.customer.CustomerColumns;
import io.waybot.db.customer.Dataset;
import io.waybot.db.customer.DatasetCatalog;
import io.waybot.db.customer.DatasetColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Reads facts for a whole set of customers in one pass; whoever has no row is there with no facts.
 */
@Component
public class FactScan {
  private static final long CHUNK = 65_536;

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
    read(customers, delivered(Set.copyOf(wanted)), handler);
  }

  /**
   * The same by chunks of 65,536 numbers, as many at a time as there are cores: each chunk's
   * customers go to a handler of its own. Answers the handlers in number order.
   */
  public <T extends Consumer<CustomerFacts>> List<T> byChunk(
      RoaringBitmap customers, Collection<String> wanted, Supplier<T> handlers) {
    var delivered = delivered(Set.copyOf(wanted));
    return chunks(customers).parallelStream()
        .map(chunk -> {
          var handler = handlers.get();
          read(chunk, delivered, handler);
          return handler;
        })
        .toList();
  }

  private static List<RoaringBitmap> chunks(RoaringBitmap customers) {
    var chunks = new ArrayList<RoaringBitmap>();
    for (var it = customers.getIntIterator(); it.hasNext(); ) {
      long first = it.next() & ~0xFFFFL;
      chunks.add(customers.selectRange(first, first + CHUNK));
      it.advanceIfNeeded((int) (first + CHUNK));
    }
    return chunks;
  }

  private void read(
      RoaringBitmap customers, List<String> delivered, Consumer<CustomerFacts> handler) {
    var rest = customers.clone();
    var places = new HashMap<String, Integer>();
    delivered.forEach(column -> places.put(column, places.size()));
    if (!delivered.isEmpty()) {
      var facts = new Scanned(places);
      columns.scan(
          Dataset.CUSTOMERS,
          delivered,
          customers,
          row -> {
            facts.turnTo(row);
            rest.remove(facts.customer());
            handler.accept(facts);
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

  /** A column of a row in one of the shapes that rules ask for. */
  private enum Shape {
    TEXT(ColumnRow::text),
    DECIMAL(ColumnRow::decimal),
    FLAG(ColumnRow::flag),
    DATE(ColumnRow::date);

    private final BiFunction<ColumnRow, Integer, @Nullable Object> reading;

    Shape(BiFunction<ColumnRow, Integer, @Nullable Object> reading) {
      this.reading = reading;
    }
  }

  /** Rules ask for the same few columns again and again: each is read from its row once. */
  private static final class Scanned implements CustomerFacts {
    private static final Object EMPTY = new Object();
    private static final int SHAPES = Shape.values().length;

    private final Map<String, Integer> places;
    private final @Nullable Object[] read;
    private @Nullable ColumnRow row;
    private int customer;

    Scanned(Map<String, Integer> places) {
      this.places = places;
      this.read = new @Nullable Object[places.size() * SHAPES];
    }

    void turnTo(ColumnRow next) {
      row = next;
      customer = next.customer();
      Arrays.fill(read, null);
    }

    private @Nullable Object once(String column, Shape shape) {
      var place = places.get(column);
      if (place == null || row == null) {
        return null;
      }
      int at = place * SHAPES + shape.ordinal();
      var value = read[at];
      if (value == null) {
        value = shape.reading.apply(row, place);
        read[at] = value == null ? EMPTY : value;
      }
      return value == EMPTY ? null : value;
    }

    @Override
    public int customer() {
      return customer;
    }

    @Override
    public boolean delivered(String column) {
      return places.containsKey(column);
    }

    @Override
    public boolean known(String column) {
      var place = places.get(column);
      return place != null && row != null && !row.empty(place);
    }

    @Override
    public @Nullable String text(String column) {
      return (String) once(column, Shape.TEXT);
    }

    @Override
    public double decimal(String column) {
      return once(column, Shape.DECIMAL) instanceof Double number ? number : Double.NaN;
    }

    @Override
    public boolean flag(String column) {
      return Boolean.TRUE.equals(once(column, Shape.FLAG));
    }

    @Override
    public @Nullable LocalDate date(String column) {
      return (LocalDate) once(column, Shape.DATE);
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
