package io.waybot.connectors.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The error file: rejected rows as they came, with the reason in both languages, in the format of
 * the imported file, so that it can be corrected and imported again. There is no file without bad
 * rows.
 */
public final class RejectedRows implements AutoCloseable {
  private final Path path;
  private final FileLayout layout;
  private final List<String> headings;
  private @Nullable TableWriter writer;
  private boolean closed;

  public RejectedRows(Path path, FileLayout layout, List<String> headings) {
    this.path = path;
    this.layout = layout;
    this.headings = headings;
  }

  public void add(List<String> cells, List<BadCell> reasons) {
    try {
      var row = new ArrayList<String>(cells);
      while (row.size() < headings.size()) {
        row.add("");
      }
      row.add(joined(reasons, "zh"));
      row.add(joined(reasons, "en"));
      opened().row(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(List<BadCell> reasons, String language) {
    return reasons.stream()
        .map(reason -> reason.message(language))
        .collect(Collectors.joining(language.equals("zh") ? ";" : "; "));
  }

  private TableWriter opened() throws IOException {
    if (writer == null) {
      writer =
          layout.format() == FileFormat.CSV
              ? TableWriter.csv(path, layout.charset(), layout.delimiter())
              : TableWriter.xlsx(path, "errors");
      var row = new ArrayList<>(headings);
      row.add(ImportTexts.of("zh", "error_file.reason"));
      row.add(ImportTexts.of("en", "error_file.reason"));
      writer.row(row);
    }
    return writer;
  }

  @Override
  public void close() {
    if (writer != null && !closed) {
      closed = true;
      try {
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
