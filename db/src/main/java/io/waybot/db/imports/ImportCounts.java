package io.waybot.db.imports;

/**
 * What an import did, in rows of the file; deactivated is in customers that a SNAPSHOT no longer
 * names.
 */
public record ImportCounts(
    long rows, long inserted, long updated, long unchanged, long rejected, long deactivated) {
  public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0);
}
