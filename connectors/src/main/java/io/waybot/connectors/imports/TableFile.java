package io.waybot.connectors.imports;

import java.nio.file.Path;
import java.util.List;

/** A file with a heading row and rows below it, read once from front to back in little memory. */
public sealed interface TableFile permits CsvFile, XlsxFile {

  /**
   * Reads until the end or until the reader has had enough.
   *
   * @throws ImportRefusal if the file as a whole cannot be trusted: not a workbook, unpacks to too
   *     much, wrong encoding, no heading
   */
  void read(Rows rows);

  /** Who is told. */
  interface Rows {
    /** The headings, stripped, once and first. */
    void headings(List<String> headings);

    /**
     * A row that is not empty.
     *
     * @param line where people find it in the file, from 1
     * @param cells as many as the file has, possibly fewer or more than headings; empty text for an
     *     empty cell
     * @return false for enough
     */
    boolean row(long line, List<String> cells);
  }

  static TableFile of(Path path, FileLayout layout) {
    return switch (layout.format()) {
      case CSV -> new CsvFile(path, layout.charset(), layout.delimiter());
      case XLSX -> new XlsxFile(path, layout.sheet());
    };
  }
}
