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
 */
public record CustomerList(RoaringBitmap customers, int rows, int unknown) {
  private static final int BATCH = 5_000;

  /**
   * Reads a list.
   *
   * @param column heading of the key, null or blank for the first column
   * @throws ImportRefusal if the file cannot be trusted or has no such column
   */
  public static CustomerList of(
      Path path, FileLayout layout, @Nullable String column, CustomerStore known) {
    var keys = new Keys(column, known);
    TableFile.of(path, layout).read(keys);
    keys.lookUp();
    return new CustomerList(keys.found, keys.rows, keys.unknown);
  }

  private static final class Keys implements TableFile.Rows {
    private final @Nullable String column;
    private final CustomerStore known;
    private final RoaringBitmap found = new RoaringBitmap();
    private final List<String> waiting = new ArrayList<>(BATCH);
    private int index;
    private int rows;
    private int unknown;

    Keys(@Nullable String column, CustomerStore known) {
      this.column = column;
      this.known = known;
    }

    @Override
    public void headings(List<String> headings) {
      index = column == null || column.isBlank() ? 0 : headings.indexOf(column.strip());
      if (index < 0) {
        throw ImportRefusal.missingKey(String.valueOf(column), headings);
      }
    }

    @Override
    public boolean row(long line, List<String> cells) {
      var key = index < cells.size() ? cells.get(index).strip() : "";
      if (!key.isEmpty()) {
        waiting.add(key);
        if (waiting.size() == BATCH) {
          lookUp();
        }
      }
      return true;
    }

    void lookUp() {
      var numbers = known.numbersOf(waiting);
      for (var key : waiting) {
        var number = numbers.get(key);
        if (number == null) {
          unknown++;
        } else {
          found.add(number);
        }
      }
      rows += waiting.size();
      waiting.clear();
    }
  }
}
