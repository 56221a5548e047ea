package io.waybot.connectors.imports;

import io.waybot.db.customer.SafeNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The head of a file: what an analyst sees before deciding how to import it.
 *
 * @param headings as in the file
 * @param columns a suggestion for each heading: safe name and guessed type
 * @param rows the first rows, at most {@value #SHOWN}
 * @param key a heading that looks like a customer's key, null if none does
 */
public record FilePreview(
    List<String> headings,
    List<MappedColumn> columns,
    List<List<String>> rows,
    @Nullable String key) {
  private static final int SHOWN = 20;
  private static final int GUESSED_FROM = 2_000;
  private static final List<String> KEY_NAMES =
      List.of("customer_no", "customer_key", "customer_id", "cust_no", "客户号", "客户编号");

  /**
   * Reads the first rows.
   *
   * @throws ImportRefusal if the file cannot be trusted
   */
  public static FilePreview of(Path path, FileLayout layout) {
    var head = new Head();
    TableFile.of(path, layout).read(head);
    return head.preview();
  }

  private static final class Head implements TableFile.Rows {
    private List<String> headings = List.of();
    private final List<TypeGuess> guesses = new ArrayList<>();
    private final List<List<String>> shown = new ArrayList<>();
    private int read;

    @Override
    public void headings(List<String> found) {
      headings = found;
      found.forEach(heading -> guesses.add(new TypeGuess()));
    }

    @Override
    public boolean row(long line, List<String> cells) {
      if (shown.size() < SHOWN) {
        shown.add(List.copyOf(cells));
      }
      for (int i = 0; i < Math.min(cells.size(), guesses.size()); i++) {
        guesses.get(i).see(cells.get(i));
      }
      return ++read < GUESSED_FROM;
    }

    FilePreview preview() {
      var taken = new HashSet<String>();
      var columns = new ArrayList<MappedColumn>();
      for (int i = 0; i < headings.size(); i++) {
        var name = SafeNames.of(headings.get(i), i + 1);
        if (!taken.add(name)) {
          name = "c" + (i + 1);
          taken.add(name);
        }
        columns.add(new MappedColumn(headings.get(i), name, guesses.get(i).type()));
      }
      var key = headings.stream().filter(KEY_NAMES::contains).findFirst().orElse(null);
      return new FilePreview(headings, columns, List.copyOf(shown), key);
    }
  }
}
