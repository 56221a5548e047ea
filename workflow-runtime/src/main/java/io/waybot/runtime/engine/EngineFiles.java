package io.waybot.runtime.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything the engine keeps on disk: {@code $WAYBOT_HOME/engine}. */
class EngineFiles {
  private final Path dir;
  private @Nullable FileChannel claim;

  EngineFiles(Path home) {
    dir = home.toAbsolutePath().normalize().resolve("engine");
  }

  Path dir() {
    return dir;
  }

  Path data() {
    return dir.resolve("data");
  }

  Path token() {
    return dir.resolve("exporter-token");
  }

  Path output() {
    return dir.resolve("engine.out");
  }

  Path logConfig() {
    return dir.resolve("log4j2.xml");
  }

  void prepare() {
    try {
      Files.createDirectories(data());
      try (var config = EngineFiles.class.getResourceAsStream("engine-log4j2.xml")) {
        Files.write(logConfig(), Objects.requireNonNull(config).readAllBytes());
      }
      tokenText();
    } catch (IOException e) {
      throw new EngineNotStartable("The engine's directory " + dir + " cannot be written", e);
    }
  }

  /**
   * Keeps a second application away from this directory; the system takes the claim back when we
   * die.
   *
   * @throws EngineNotStartable when another application has it
   */
  synchronized void claim() {
    if (claim != null) {
      return;
    }
    try {
      Files.createDirectories(dir);
      var channel =
          FileChannel.open(
              dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new EngineNotStartable(
            "Another Waybot already uses " + dir + ". Stop it, or give this one its own --home.",
            null);
      }
      claim = channel;
    } catch (IOException e) {
      throw new EngineNotStartable("The engine's directory " + dir + " cannot be written", e);
    }
  }

  synchronized void release() {
    try {
      if (claim != null) {
        claim.close();
        claim = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** What the exporter must show; made at the first call and readable by the owner only. */
  synchronized String tokenText() {
    try {
      if (Files.notExists(token())) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Files.createDirectories(dir);
        var fresh =
            Files.createTempFile(
                dir,
                "token",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, HexFormat.of().formatHex(secret));
        Files.move(fresh, token());
      }
      return Files.readString(token()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The engine's own id. A data directory that is empty gets a new one: an engine that starts there
   * hands out the same keys again, and rows of the old one must not be taken for its own.
   */
  UUID engineId() {
    var file = dir.resolve("engine-id");
    try {
      if (Files.exists(file) && holdsData()) {
        return UUID.fromString(Files.readString(file).strip());
      }
      var id = UUID.randomUUID();
      Files.createDirectories(data());
      Files.writeString(file, id.toString());
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean holdsData() throws IOException {
    if (!Files.isDirectory(data())) {
      return false;
    }
    try (var entries = Files.list(data())) {
      return entries.findAny().isPresent();
    }
  }

  Optional<ProcessHandle> recordedProcess() {
    try {
      var file = dir.resolve("engine.pid");
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  void recordProcess(long pid) {
    try {
      Files.writeString(dir.resolve("engine.pid"), Long.toString(pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void forgetProcess() {
    try {
      Files.deleteIfExists(dir.resolve("engine.pid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
