package io.waybot.connectors.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.waybot.db.customer.SafeNames;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file become a dataset.
 *
 * @param dataset name of the dataset, created when it is new
 * @param dataDate the day that the file describes
 * @param mode what happens to customers that the file does not name, default UPSERT
 * @param key what identifies a row
 * @param charset of a CSV file, default UTF-8
 * @param delimiter of a CSV file, one character, default a comma
 * @param sheet of a workbook, default the first
 * @param org unit of new customers when the file does not say, default the head office
 * @param columns none: all columns of the file, types guessed from its first rows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportMapping(
    String dataset,
    LocalDate dataDate,
    @Nullable Mode mode,
    ImportKey key,
    FileFormat format,
    @Nullable String charset,
    @Nullable String delimiter,
    @Nullable String sheet,
    @Nullable String org,
    @Nullable List<MappedColumn> columns) {

  public enum Mode {
    /** Customers that the file does not name stay as they are. */
    UPSERT,
    /** Customers that the file does not name become inactive; nobody is deleted. */
    SNAPSHOT
  }

  /**
   * The mapping itself makes sense, whatever the file holds.
   *
   * @throws IllegalArgumentException what is wrong with it, in English for developers
   */
  public ImportMapping checked() {
    require(
        dataset != null && SafeNames.isSafe(dataset),
        "dataset must be [a-z][a-z0-9_]* and not reserved");
    require(dataDate != null, "dataDate is missing");
    require(key != null, "key is missing");
    require(format != null, "format must be CSV or XLSX");
    require(delimiter == null || delimiter.length() == 1, "delimiter must be one character");
    require(
        charset == null || (isCharsetName(charset) && Charset.isSupported(charset)),
        "charset is unknown");
    var targets = new HashSet<String>();
    for (var column : mapped()) {
      require(
          column.source() != null && column.target() != null && column.type() != null,
          "a column needs source, target and type");
      require(
          targets.add(safeTarget(column, targets.size() + 1)),
          "two columns go to " + column.target());
    }
    return this;
  }

  private static boolean isCharsetName(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9+.:_-]*");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  static String safeTarget(MappedColumn column, int position) {
    return SafeNames.isSafe(column.target())
        ? column.target()
        : SafeNames.of(column.target(), position);
  }

  /** The columns, empty: to be guessed. */
  public List<MappedColumn> mapped() {
    return columns == null ? List.of() : columns;
  }

  /** The same with its columns. */
  public ImportMapping with(List<MappedColumn> guessed) {
    return new ImportMapping(
        dataset, dataDate, mode, key, format, charset, delimiter, sheet, org, guessed);
  }

  @JsonIgnore
  public boolean isSnapshot() {
    return mode == Mode.SNAPSHOT;
  }

  public FileLayout layout() {
    return new FileLayout(
        format,
        charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset),
        delimiter == null ? ',' : delimiter.charAt(0),
        sheet);
  }
}
