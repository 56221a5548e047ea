package io.waybot.db.experiment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file that a run has written.
 *
 * @param path below {@code $WAYBOT_HOME/files}
 * @param recipients roles that may open it
 */
public record ResultFile(
    UUID id,
    UUID runId,
    String elementId,
    int pass,
    String name,
    String mediaType,
    String path,
    long rows,
    String sha256,
    Instant createdAt,
    List<String> recipients) {
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  public ResultFile {
    recipients = List.copyOf(recipients);
  }
}
