package io.waybot.runtime.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The Zeebe distribution: a directory with {@code lib} and {@code config}, unpacked once if it
 * comes as an archive.
 */
class EngineDistribution {
  private final @Nullable Path given;
  private final Path target;

  EngineDistribution(@Nullable Path given, Path engineDir) {
    this.given = given;
    this.target = engineDir.resolve("dist");
  }

  /**
   * The unpacked directory.
   *
   * @throws EngineNotStartable when there is no distribution where the configuration says
   */
  Path directory() {
    if (given == null || Files.notExists(given)) {
      throw new EngineNotStartable(
          "The engine's distribution is missing (waybot.engine.dist="
              + given
              + "); './waybot start' fetches it.",
          null);
    }
    if (Files.isDirectory(given)) {
      return given.toAbsolutePath();
    }
    try {
      return unpackedFrom(given);
    } catch (IOException e) {
      throw new EngineNotStartable(
          "The engine's distribution " + given + " cannot be unpacked into " + target, e);
    }
  }

  /**
   * Unpacks beside the target and renames at the end, so that a half-unpacked engine is never
   * started.
   */
  private Path unpackedFrom(Path archive) throws IOException {
    var stamp = target.resolve("unpacked-from");
    var wanted = archive.getFileName() + " " + Files.size(archive);
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
      return target;
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    var fresh = Files.createTempDirectory(target.toAbsolutePath().getParent(), "unpacking");
    unpack(archive, fresh);
    Files.writeString(fresh.resolve("unpacked-from"), wanted);
    FileSystemUtils.deleteRecursively(target);
    return Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void unpack(Path archive, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(
            new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive), 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var name = Path.of(entry.getName());
        if (name.getNameCount() < 2 || entry.isDirectory()) {
          continue; // the archive's single top folder, and folders that their files create anyway
        }
        var file = into.resolve(name.subpath(1, name.getNameCount())).normalize();
        if (!file.startsWith(into)) {
          throw new IOException("Entry outside of the archive: " + name);
        }
        Files.createDirectories(file.getParent());
        Files.copy(tar, file);
      }
    }
  }
}
