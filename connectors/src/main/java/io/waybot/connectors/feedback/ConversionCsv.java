package io.waybot.connectors.feedback;

import io.waybot.db.dispatch.Conversions.Conversion;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Sales as a file: UTF-8, header {@code id,customer,product,at,amountYuan}, times with an offset.
 * One line that cannot be read refuses the whole file.
 */
public final class ConversionCsv {
  private static final int MOST = 500_000;

  private ConversionCsv() {}

  /** A line that is not a sale; the line's number counts the header. */
  public static final class Unreadable extends RuntimeException {
    private final long line;

    Unreadable(long line, Throwable cause) {
      super("line " + line + " is not a sale", cause);
      this.line = line;
    }

    public long line() {
      return line;
    }
  }

  /**
   * @throws Unreadable if a line cannot be read or there are more than 500,000
   */
  public static List<Conversion> read(InputStream file) {
    var format =
        CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var sales = new ArrayList<Conversion>();
    try (var lines = format.parse(new InputStreamReader(file, decoder))) {
      for (var line : lines) {
        sales.add(sale(line));
        if (sales.size() > MOST) {
          throw new Unreadable(
              line.getRecordNumber() + 1, new IllegalArgumentException("too many"));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Unreadable(sales.size() + 2L, e);
    }
    return sales;
  }

  private static Conversion sale(CSVRecord line) {
    try {
      var amount = line.get("amountYuan");
      return new Conversion(
          text(line, "id"),
          text(line, "customer"),
          text(line, "product"),
          OffsetDateTime.parse(line.get("at")).toInstant(),
          amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Unreadable(line.getRecordNumber() + 1, e);
    }
  }

  private static String text(CSVRecord line, String column) {
    var text = line.get(column);
    if (text.isEmpty() || text.length() > 64) {
      throw new IllegalArgumentException(column + " is empty or too long");
    }
    return text;
  }
}
