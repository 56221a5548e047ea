package io.waybot.bots.evaluate;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.experiment.ResultFile;
import io.waybot.db.experiment.ResultFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes a run's files below {@code $WAYBOT_HOME/files}: whole or not at all, and again under the
 * same name when the step is done again.
 */
@Component
public class RunFiles {
  private final Path root;
  private final ResultFiles files;
  private final Clock clock;

  RunFiles(@Value("${waybot.home}") Path home, ResultFiles files, Clock clock) {
    this.root = home.toAbsolutePath().normalize().resolve("files");
    this.files = files;
    this.clock = clock;
  }

  /** Fills the file at a path and answers how many rows it has. */
  @FunctionalInterface
  public interface Writer {
    long write(Path path) throws IOException;
  }

  /** Writes a file of a step; the same name of the same step replaces it. */
  public ResultFile write(
      RobotContext context, String name, String mediaType, List<String> recipients, Writer writer) {
    var folder = context.runId() + "/" + context.elementId() + "-" + context.pass();
    try {
      var directory = Files.createDirectories(root.resolve(folder));
      var draft = Files.createTempFile(directory, "draft", ".tmp");
      try {
        long rows = writer.write(draft);
        var file =
            new ResultFile(
                UUID.randomUUID(),
                context.runId(),
                context.elementId(),
                context.pass(),
                name,
                mediaType,
                folder + "/" + name,
                rows,
                sha256(draft),
                clock.instant(),
                recipients);
        Files.move(
            draft,
            directory.resolve(name),
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.ATOMIC_MOVE);
        files.save(file);
        return file;
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new RobotFailure.Transient(
          Said.of("file_unwritable", name, root), Duration.ofMinutes(1), e);
    }
  }

  /**
   * Where a file lies, after a check that nobody changed it.
   *
   * @throws IllegalStateException if it is gone or not what was written
   */
  public Path locate(ResultFile file) {
    var path = root.resolve(file.path()).normalize();
    try {
      if (path.startsWith(root)
          && Files.isRegularFile(path)
          && sha256(path).equals(file.sha256())) {
        return path;
      }
    } catch (IOException e) {
      throw new IllegalStateException("file " + file.name() + " cannot be read", e);
    }
    throw new IllegalStateException("file " + file.name() + " is gone or was changed");
  }

  private static String sha256(Path path) throws IOException {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), sha)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
