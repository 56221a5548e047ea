package io.waybot.db.imports;

import java.util.List;
import java.util.Optional;

/**
 * The table beside the real one in which a file is collected and checked: nothing of the bank's
 * data changes before {@link #apply}, which changes all of it in one transaction.
 */
public sealed interface Stage permits ProfileStage, EventStage {

  /** Makes the empty table; what an interrupted attempt left is dropped. */
  void open();

  /**
   * Adds rows.
   *
   * @return a key that an earlier row had already, empty if all are new; then the file is to be
   *     refused
   */
  Optional<String> load(List<StagedRow> rows);

  /**
   * Brings the collected rows into the bank's data; to be called in a transaction.
   *
   * @return inserted, updated, unchanged and deactivated; rows is what was staged
   */
  ImportCounts apply();

  /** Removes the table. */
  void drop();
}
