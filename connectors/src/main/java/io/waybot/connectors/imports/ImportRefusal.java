package io.waybot.connectors.imports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file is refused whole; nothing of it is imported. */
public class ImportRefusal extends RuntimeException {
  private final String code;
  private final transient List<Object> arguments;

  private ImportRefusal(String code, @Nullable Throwable cause, Object... arguments) {
    super(code + " " + Arrays.toString(arguments), cause);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  static ImportRefusal notAWorkbook(@Nullable Throwable cause) {
    return new ImportRefusal("not_a_workbook", cause);
  }

  static ImportRefusal zipBomb(String what) {
    return new ImportRefusal("zip_bomb", null, what);
  }

  static ImportRefusal encoding(String charset, @Nullable Throwable cause) {
    return new ImportRefusal("encoding", cause, charset);
  }

  static ImportRefusal missingKey(String key, List<String> headings) {
    return new ImportRefusal("missing_key", null, key, String.join(", ", headings));
  }

  static ImportRefusal missingColumn(String column, List<String> headings) {
    return new ImportRefusal("missing_column", null, column, String.join(", ", headings));
  }

  /** Two rows of the file carry the same key. */
  public static ImportRefusal duplicateKeys(String key) {
    return new ImportRefusal("duplicate_keys", null, key);
  }

  static ImportRefusal duplicateHeading(String heading) {
    return new ImportRefusal("duplicate_heading", null, heading);
  }

  static ImportRefusal noHeadings() {
    return new ImportRefusal("no_headings", null);
  }

  static ImportRefusal malformed(long line) {
    return new ImportRefusal("malformed", null, line);
  }

  static ImportRefusal noSheet(String sheet) {
    return new ImportRefusal("no_sheet", null, sheet);
  }

  /** A word that outside systems may act on, as in API.md. */
  public String code() {
    return code;
  }

  /** The reason in a language, {@code zh} or {@code en}. */
  public String message(String language) {
    return ImportTexts.of(language, "refusal." + code, arguments.toArray());
  }
}
