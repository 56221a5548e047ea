package io.waybot.runtime.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code $WAYBOT_HOME}: engine data, H2 file, result files, logs, secrets. Deleting it forgets all.
 */
@Component
public class WaybotHome {
  private final Path root;

  WaybotHome(@Value("${waybot.home}") Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path root() {
    return root;
  }

  /** A directory below the home, created when missing. */
  public Path directory(String name) {
    var directory = root.resolve(name).normalize();
    if (!directory.startsWith(root)) {
      throw new IllegalArgumentException(name + " is outside " + root);
    }
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file that only its owner may read (0600), whole or not at all. */
  public Path writeSecret(String name, String text) {
    var target = root.resolve(name);
    try {
      Files.createDirectories(root);
      var draft = Files.createTempFile(root, name, ".new");
      if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(draft, text);
      return Files.move(
          draft,
          target,
          java.nio.file.StandardCopyOption.REPLACE_EXISTING,
          java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
