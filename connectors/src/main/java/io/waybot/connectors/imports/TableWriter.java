package io.waybot.connectors.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row, in little memory, as a file that a spreadsheet may open. Values are
 * texts, numbers, dates, booleans or null.
 */
public sealed interface TableWriter extends AutoCloseable permits CsvTableWriter, XlsxTableWriter {

  void row(List<? extends @Nullable Object> values) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * A CSV file that starts with a byte order mark when it is UTF-8, so that spreadsheets see it.
   */
  static TableWriter csv(Path path, Charset charset, char delimiter) throws IOException {
    return new CsvTableWriter(Files.newBufferedWriter(path, charset), charset, delimiter);
  }

  /** The same CSV to somebody who waits for it. */
  static TableWriter csv(OutputStream out, Charset charset, char delimiter) throws IOException {
    return new CsvTableWriter(
        new BufferedWriter(new OutputStreamWriter(out, charset)), charset, delimiter);
  }

  /** A workbook with one sheet, its first row frozen. */
  static TableWriter xlsx(Path path, String sheet) {
    return new XlsxTableWriter(path, sheet);
  }
}
