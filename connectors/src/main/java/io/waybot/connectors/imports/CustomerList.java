package io.waybot.connectors.imports;

import io.waybot.db.customer.CustomerStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * The customers that a file names, one key in each row.
 *
 * @param customers those the bank knows, active or not
 * @param rows rows with a key
 * @param unknown rows whose key is no customer's
 * @param repeated rows whose customer an earlier row already named
 */
public record CustomerList(RoaringBitmap customers, int rows, int unknown, int repeated) {
  private static final int BATCH = 5_000;

  /**
   * Reads a list.
   *
   * @param column heading of the key, null or blank for the first column
   * @throws ImportRefusal if the file cannot be trusted or has no such column
   */
  public static CustomerList of(
      Path path, FileLayout layout, @Nullable String column, CustomerStore known) {
    var keys = new Keys(column, known, null, headings -> null);
    TableFile.of(path, layout).read(keys);
    return keys.list();
  }

  /**
   * Reads a list of which only some customers may be named; a row of any other customer counts as
   * unknown.
   *
   * @param errors where the unknown rows are written with the reason; no file without such rows
   * @throws ImportRefusal if the file cannot be trusted or has no such column
   */
  public static CustomerList of(
      Path path,
      FileLayout layout,
      @Nullable String column,
      CustomerStore known,
      RoaringBitmap within,
      Path errors) {
    var keys =
        new Keys(column, known, within, headings -> new RejectedRows(errors, layout, headings));
    try (keys) {
      TableFile.of(path, layout).read(keys);
      return keys.list();
    }
  }

  /** Where rows go that name nobody; null for nowhere. */
  private interface ErrorFile {
    @Nullable RejectedRows with(List<String> headings);
  }

  private static final class Keys implements TableFile.Rows, AutoCloseable {
    private record Waiting(String key, List<String> cells) {}

    private final @Nullable String column;
    private final CustomerStore known;
    private final @Nullable RoaringBitmap within;
    private final ErrorFile errors;
    private final RoaringBitmap found = new RoaringBitmap();
    private final List<Waiting> waiting = new ArrayList<>(BATCH);
    private @Nullable RejectedRows rejected;
    private int index;
    private int rows;
    private int unknown;
    private int repeated;

    Keys(
        @Nullable String column,
        CustomerStore known,
        @Nullable RoaringBitmap within,
        ErrorFile errors) {
      this.column = column;
      this.known = known;
      this.within = within;
      this.errors = errors;
    }

    @Override
    public void headings(List<String> headings) {
      index = column == null || column.isBlank() ? 0 : headings.indexOf(column.strip());
      if (index < 0) {
        throw ImportRefusal.missingKey(String.valueOf(column), headings);
      }
      rejected = errors.with(headings);
    }

    @Override
    public boolean row(long line, List<String> cells) {
      var key = index < cells.size() ? cells.get(index).strip() : "";
      if (!key.isEmpty()) {
        waiting.add(new Waiting(key, rejected == null ? List.of() : List.copyOf(cells)));
        if (waiting.size() == BATCH) {
          lookUp();
        }
      }
      return true;
    }

    CustomerList list() {
      lookUp();
      return new CustomerList(found, rows, unknown, repeated);
    }

    private void lookUp() {
      var numbers = known.numbersOf(waiting.stream().map(Waiting::key).toList());
      for (var row : waiting) {
        var number = numbers.get(row.key);
        if (number == null || (within != null && !within.contains(number))) {
          refuse(row);
        } else if (!found.checkedAdd(number)) {
          repeated++;
        }
      }
      rows += waiting.size();
      waiting.clear();
    }

    private void refuse(Waiting row) {
      unknown++;
      if (rejected != null) {
        rejected.add(row.cells, List.of(BadCell.of("unknown_customer", row.key)));
      }
    }

    @Override
    public void close() {
      if (rejected != null) {
        rejected.close();
      }
    }
  }
}
