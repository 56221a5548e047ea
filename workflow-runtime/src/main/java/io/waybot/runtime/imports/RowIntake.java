package io.waybot.runtime.imports;

import io.waybot.connectors.imports.BadCell;
import io.waybot.connectors.imports.FileLayout;
import io.waybot.connectors.imports.ImportRefusal;
import io.waybot.connectors.imports.RejectedRows;
import io.waybot.connectors.imports.TableFile;
import io.waybot.db.imports.Stage;
import io.waybot.db.imports.StagedRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a file in batches: good ones to the stage, bad ones to the error file. */
abstract class RowIntake implements TableFile.Rows, AutoCloseable {
  private static final int BATCH = 5_000;

  /** A good row whose customer is still to be looked up. */
  record Parsed(List<String> cells, String key, String customerKey, @Nullable Object[] values) {}

  private final Stage stage;
  private final Path errorsFile;
  private final FileLayout layout;
  private final RowsSeen seen;
  private final List<Parsed> waiting = new ArrayList<>(BATCH);
  private @Nullable RejectedRows rejectedRows;
  private long rejected;

  RowIntake(Stage stage, Path errorsFile, FileLayout layout, RowsSeen seen) {
    this.stage = stage;
    this.errorsFile = errorsFile;
    this.layout = layout;
    this.seen = seen;
  }

  /** Fits the mapping to the headings. */
  abstract void fit(List<String> headings);

  /** Reads a row; answers null after having called {@link #reject}. */
  abstract @Nullable Parsed parse(long row, List<String> cells);

  /** Finds the customers of a batch; those that cannot be taken are rejected. */
  abstract List<StagedRow> resolve(List<Parsed> batch);

  @Override
  public final void headings(List<String> headings) {
    rejectedRows = new RejectedRows(errorsFile, layout, headings);
    fit(headings);
  }

  @Override
  public final boolean row(long line, List<String> cells) {
    var parsed = parse(seen.next(), cells);
    if (parsed != null) {
      waiting.add(parsed);
      if (waiting.size() == BATCH) {
        load();
      }
    }
    return true;
  }

  final void reject(List<String> cells, List<BadCell> reasons) {
    if (rejectedRows == null) {
      throw new IllegalStateException("a row before the headings");
    }
    rejectedRows.add(cells, reasons);
    rejected++;
  }

  private void load() {
    stage
        .load(resolve(List.copyOf(waiting)))
        .ifPresent(key -> {
          throw ImportRefusal.duplicateKeys(key);
        });
    waiting.clear();
    seen.requireOurs();
  }

  /** Stages what is left; to be called when the file has ended. */
  final void finish() {
    load();
    close();
  }

  final long rejected() {
    return rejected;
  }

  @Override
  public final void close() {
    if (rejectedRows != null) {
      rejectedRows.close();
    }
  }
}
