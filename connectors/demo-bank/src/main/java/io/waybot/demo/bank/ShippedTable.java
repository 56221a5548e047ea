package io.waybot.demo.bank;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file that stands beside this class. */
final class ShippedTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private ShippedTable() {}

  static <T> List<T> read(String file, Function<Row, T> record) {
    var stream = Objects.requireNonNull(ShippedTable.class.getResourceAsStream(file), file);
    try (var parser = FORMAT.parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var rows = new ArrayList<T>();
      for (var line : parser) {
        rows.add(record.apply(new Row(line)));
      }
      return List.copyOf(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  record Row(CSVRecord line) {
    String text(String column) {
      return line.get(column);
    }

    @Nullable String optional(String column) {
      return text(column).isEmpty() ? null : text(column);
    }

    int number(String column) {
      return Integer.parseInt(text(column));
    }

    @Nullable Integer optionalNumber(String column) {
      return text(column).isEmpty() ? null : Integer.valueOf(text(column));
    }

    BigDecimal decimal(String column) {
      return new BigDecimal(text(column));
    }

    @Nullable BigDecimal optionalDecimal(String column) {
      return text(column).isEmpty() ? null : decimal(column);
    }

    boolean flag(String column) {
      return Boolean.parseBoolean(text(column));
    }

    List<String> list(String column, String separator) {
      return text(column).isEmpty() ? List.of() : List.of(text(column).split(separator));
    }

    /** The digit of R1 to R5. */
    @Nullable Integer risk(String column) {
      return text(column).isEmpty() ? null : Integer.valueOf(text(column).substring(1));
    }
  }
}
