package io.waybot.connectors.model;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads LightGBM's native code from a directory that belongs to this process alone. Left to itself
 * lightgbm4j overwrites one fixed file in {@code java.io.tmpdir} whenever a process loads it, and a
 * process that has the file open crashes (seen: SIGSEGV when a second JVM started).
 */
final class LightGbmLibrary {
  private static final String TEMPORARY = "java.io.tmpdir";
  private static boolean loaded;

  private LightGbmLibrary() {}

  /**
   * Must have returned before the first use of any lightgbm4j class.
   *
   * @throws ModelFailure if this machine cannot run LightGBM
   */
  static synchronized void load() {
    if (loaded) {
      return;
    }
    var usual = System.getProperty(TEMPORARY);
    try {
      var own = Files.createTempDirectory("lightgbm");
      System.setProperty(TEMPORARY, own.toString());
      LGBMBooster.loadNative();
      loaded = LGBMBooster.isNativeLoaded();
      forget(own);
    } catch (IOException | LinkageError e) {
      throw missing(e);
    } finally {
      System.setProperty(TEMPORARY, usual);
    }
    if (!loaded) {
      throw missing(new IllegalStateException("not loaded"));
    }
  }

  /** Loaded code stays loaded without its files. */
  private static void forget(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }

  private static ModelFailure missing(Throwable cause) {
    return new ModelFailure(
        "LightGBM cannot run on this machine; on Linux it needs the package libgomp1", cause);
  }
}
