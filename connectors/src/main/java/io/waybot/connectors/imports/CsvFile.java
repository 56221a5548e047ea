package io.waybot.connectors.imports;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file; bytes that are not of the stated charset refuse it instead of becoming question
 * marks.
 */
final class CsvFile implements TableFile {
  private final Path path;
  private final Charset charset;
  private final CSVFormat format;

  CsvFile(Path path, Charset charset, char delimiter) {
    this.path = path;
    this.charset = charset;
    this.format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .get();
  }

  @Override
  public void read(Rows rows) {
    try (var bounded = new BoundedReader(Files.newBufferedReader(path, charset));
        var parser = format.parse(bounded)) {
      boolean first = true;
      for (var record : parser) {
        bounded.recordRead();
        var cells = cells(record, first);
        if (first) {
          rows.headings(Headings.of(cells));
          first = false;
        } else if (!rows.row(parser.getCurrentLineNumber(), cells)) {
          return;
        }
      }
      if (first) {
        throw ImportRefusal.noHeadings();
      }
    } catch (UncheckedIOException e) {
      throw refusal(java.util.Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw refusal(e);
    }
  }

  private static List<String> cells(CSVRecord record, boolean first) {
    var cells = new ArrayList<String>(record.size());
    for (var cell : record) {
      cells.add(cell);
    }
    if (first && !cells.isEmpty() && cells.getFirst().startsWith("\uFEFF")) {
      cells.set(0, cells.getFirst().substring(1).replaceAll("^\"|\"$", ""));
    }
    return cells;
  }

  private RuntimeException refusal(IOException e) {
    return switch (e) {
      case CharacterCodingException wrong -> ImportRefusal.encoding(charset.name(), wrong);
      case BoundedReader.BinaryContent wrong -> ImportRefusal.encoding(charset.name(), wrong);
      case BoundedReader.EndlessRecord endless -> ImportRefusal.malformed(endless.line());
      case CSVException broken -> ImportRefusal.malformed(0);
      default -> new UncheckedIOException(e);
    };
  }

  /** Limits what one record may cost: an unclosed quote would otherwise swallow the whole file. */
  static final class BoundedReader extends Reader {
    private static final int LONGEST_RECORD = 1 << 20;
    private final Reader source;
    private long sinceRecord;
    private long lines = 1;

    BoundedReader(Reader source) {
      this.source = source;
    }

    void recordRead() {
      sinceRecord = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = source.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        if (buffer[i] == '\n') {
          lines++;
        } else if (buffer[i] == 0) {
          throw new BinaryContent();
        }
      }
      sinceRecord += Math.max(read, 0);
      if (sinceRecord > LONGEST_RECORD) {
        throw new EndlessRecord(lines);
      }
      return read;
    }

    @Override
    public void close() throws IOException {
      source.close();
    }

    static final class BinaryContent extends IOException {}

    static final class EndlessRecord extends IOException {
      private final long line;

      EndlessRecord(long line) {
        this.line = line;
      }

      long line() {
        return line;
      }
    }
  }
}
