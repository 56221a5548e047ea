package io.waybot.runtime.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Error files of uploaded lists, the newest hundred: {@code $WAYBOT_HOME/lists}. */
@Component
class ListFiles {
  private static final int KEPT = 100;

  private final Path folder;

  ListFiles(@Value("${waybot.home}") Path home) {
    this.folder = home.resolve("lists").toAbsolutePath();
  }

  /** A name that nothing has yet. */
  Path next(String suffix) {
    try {
      Files.createDirectories(folder);
      forgetOld();
      return folder.resolve(UUID.randomUUID() + "-errors" + suffix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forgetOld() throws IOException {
    record Old(Path file, FileTime at) {}
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.toList();
    }
    if (files.size() < KEPT) {
      return;
    }
    var dated = new java.util.ArrayList<Old>();
    for (var file : files) {
      dated.add(new Old(file, Files.getLastModifiedTime(file)));
    }
    dated.sort(Comparator.comparing(Old::at).reversed());
    for (var old : dated.subList(KEPT - 1, dated.size())) {
      Files.deleteIfExists(old.file());
    }
  }
}
