package io.waybot.runtime.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where uploads wait and error files stay: {@code $WAYBOT_HOME/imports}. */
@Component
class ImportFiles {
  private final Path folder;

  ImportFiles(@Value("${waybot.home}") Path home) {
    this.folder = home.resolve("imports").toAbsolutePath();
  }

  /** Keeps an upload until its import has ended. */
  void keep(UUID id, InputStream upload) {
    try {
      Files.createDirectories(folder);
      var part = folder.resolve(id + ".part");
      Files.copy(upload, part);
      Files.move(part, upload(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path upload(UUID id) {
    return folder.resolve(id + ".upload");
  }

  boolean hasUpload(UUID id) {
    return Files.isRegularFile(upload(id));
  }

  Path errors(UUID id, String suffix) {
    return folder.resolve(id + "-errors" + suffix);
  }

  /** A file of this folder by the name that the import remembers. */
  Path named(String name) {
    return folder.resolve(Path.of(name).getFileName());
  }

  void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
