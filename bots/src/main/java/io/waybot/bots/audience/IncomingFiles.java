package io.waybot.bots.audience;

import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Lists that the bank puts into {@code $WAYBOT_HOME/files/in}; a name never leads out of there. */
@Component
class IncomingFiles {
  private final Path folder;

  IncomingFiles(@Value("${waybot.home}") Path home) {
    this.folder = home.resolve("files").resolve("in").toAbsolutePath().normalize();
  }

  /** Where a file of that name lies or would lie. */
  Path named(String name) {
    return folder.resolve(plain(name));
  }

  /**
   * The name itself.
   *
   * @throws RobotFailure.Permanent if it is a path, hidden, empty or very long
   */
  static String plain(String name) {
    var plain = name.strip();
    if (plain.isEmpty()
        || plain.startsWith(".")
        || plain.length() > 150
        || !plain.matches("[^\\\\/:*?\"<>|\\p{Cntrl}]+")) {
      throw new RobotFailure.Permanent(Said.of("no_file_name", name), null);
    }
    return plain;
  }
}
