package io.waybot.connectors.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

final class CsvTableWriter implements TableWriter {
  private final CSVPrinter printer;

  CsvTableWriter(BufferedWriter out, Charset charset, char delimiter) throws IOException {
    if (charset.equals(StandardCharsets.UTF_8)) {
      out.write('\uFEFF');
    }
    printer = new CSVPrinter(out, CSVFormat.RFC4180.builder().setDelimiter(delimiter).get());
  }

  @Override
  public void row(List<? extends @Nullable Object> values) throws IOException {
    for (var value : values) {
      printer.print(
          switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> SpreadsheetText.safe(value.toString());
          });
    }
    printer.println();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
