package io.waybot.connectors.imports;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file.
 *
 * @param charset of a CSV file
 * @param delimiter between the values of a CSV file
 * @param sheet name of the sheet of a workbook, null for the first
 */
public record FileLayout(
    FileFormat format, Charset charset, char delimiter, @Nullable String sheet) {

  public static FileLayout csv(Charset charset, char delimiter) {
    return new FileLayout(FileFormat.CSV, charset, delimiter, null);
  }

  public static FileLayout xlsx(@Nullable String sheet) {
    return new FileLayout(FileFormat.XLSX, java.nio.charset.StandardCharsets.UTF_8, ',', sheet);
  }
}
