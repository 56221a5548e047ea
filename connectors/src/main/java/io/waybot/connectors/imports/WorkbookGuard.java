package io.waybot.connectors.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks at a workbook before any library does: unpacks every entry once, counting real bytes
 * instead of believing the directory. POI's own limit is a ratio that lets 10 MB become 1 GB.
 */
final class WorkbookGuard {
  /** Entries of a workbook; ours have about ten. */
  static final int MAX_ENTRIES = 2_000;

  /** Unpacked bytes of all entries together. */
  static final long MAX_UNPACKED = 3L << 30;

  /** Unpacked bytes of the table of shared texts, which is kept in memory. */
  static final long MAX_SHARED_STRINGS = 192L << 20;

  /** How many times its packed size a file may unpack to, once it is over {@link #HARMLESS}. */
  static final long MAX_RATIO = 60;

  static final long HARMLESS = 16L << 20;

  private WorkbookGuard() {}

  static void check(Path path) {
    try (var zip = new ZipFile(path.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw ImportRefusal.zipBomb(zip.size() + " > " + MAX_ENTRIES);
      }
      if (zip.getEntry("[Content_Types].xml") == null) {
        throw ImportRefusal.notAWorkbook(null);
      }
      countUnpacked(zip, Math.min(MAX_UNPACKED, Math.max(HARMLESS, Files.size(path) * MAX_RATIO)));
    } catch (ZipException e) {
      throw ImportRefusal.notAWorkbook(e);
    } catch (IOException e) {
      throw ImportRefusal.notAWorkbook(e);
    }
  }

  private static void countUnpacked(ZipFile zip, long most) throws IOException {
    var buffer = new byte[1 << 16];
    long total = 0;
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      var entry = entries.nextElement();
      long own = 0;
      try (var in = zip.getInputStream(entry)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          own += read;
          total += read;
          if (total > most) {
            throw ImportRefusal.zipBomb("> " + (most >> 20) + " MB");
          }
          if (own > MAX_SHARED_STRINGS && entry.getName().endsWith("sharedStrings.xml")) {
            throw ImportRefusal.zipBomb("sharedStrings > " + (MAX_SHARED_STRINGS >> 20) + " MB");
          }
        }
      }
    }
  }
}
