package io.waybot.db.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way in. While it runs {@code counts.rows()} says how far it is; when DONE, rows =
 * inserted + updated + unchanged + rejected; REFUSED and FAILED changed nothing.
 *
 * @param mapping the mapping as JSON, as it was sent
 * @param errorsFile rejected rows with their reasons, null if there are none
 */
public record ImportJob(
    UUID id,
    String dataset,
    LocalDate dataDate,
    String mode,
    State state,
    String fileName,
    String mapping,
    ImportCounts counts,
    @Nullable Reason reason,
    @Nullable String errorsFile,
    String startedBy,
    Instant queuedAt,
    @Nullable Instant finishedAt) {

  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    REFUSED,
    FAILED
  }

  /** Why a file was refused or an import failed. */
  public record Reason(String code, String zh, String en) {}
}
