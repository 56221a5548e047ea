package io.waybot.bots.file;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.db.result.ResultFile;
import io.waybot.db.result.ResultFileTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files of robots: results of a run in a folder of its own, lists that the bank drops in {@code
 * files/in}. A name never leads out of its folder.
 */
@Component
public class RobotFiles {
  private final Path folder;
  private final ResultFileTable table;
  private final Clock clock;

  RobotFiles(@Value("${waybot.home}") Path home, ResultFileTable table, Clock clock) {
    this.folder = home.resolve("files").toAbsolutePath().normalize();
    this.table = table;
    this.clock = clock;
  }

  /** Writes a file and answers how many rows it has. */
  public interface Content {
    long writeTo(Path path) throws IOException;
  }

  /**
   * Writes a result of a step, whole or not at all; the same name of the same step replaces it.
   *
   * @param name as a person will see it, with its ending
   */
  public ResultFile write(RobotContext context, String name, String mediaType, Content content) {
    var safe = plainName(name);
    var relative =
        Path.of(
            context.runId().toString(), context.elementId() + "-" + context.pass() + "-" + safe);
    var target = folder.resolve(relative);
    try {
      Files.createDirectories(target.getParent());
      var draft = target.resolveSibling(target.getFileName() + ".part");
      long rows = content.writeTo(draft);
      var sha256 = sha256(draft);
      Files.move(
          draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      var file =
          new ResultFile(
              UUID.randomUUID(),
              context.runId(),
              context.elementId(),
              context.pass(),
              safe,
              mediaType,
              relative.toString(),
              rows,
              sha256,
              clock.instant());
      table.save(file);
      return file;
    } catch (IOException e) {
      throw new RobotFailure.Transient(
          "The file " + safe + " could not be written", Duration.ofSeconds(30), e);
    }
  }

  /** Where a result lies. */
  public Path path(ResultFile file) {
    return folder.resolve(file.path());
  }

  /** A list that the bank has put into {@code files/in}; it need not exist. */
  public Path incoming(String name) {
    return folder.resolve("in").resolve(plainName(name));
  }

  private static String plainName(String name) {
    var plain = name.strip().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", "_");
    if (plain.isEmpty() || plain.startsWith(".") || plain.length() > 150) {
      throw new RobotFailure.Permanent("'" + name + "' is no name for a file", null);
    }
    return plain;
  }

  private static String sha256(Path path) throws IOException {
    try (var in =
        new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
