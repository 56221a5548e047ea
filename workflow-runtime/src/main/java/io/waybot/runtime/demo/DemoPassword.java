package io.waybot.runtime.demo;

import io.waybot.runtime.home.WaybotHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The one password of all demo accounts: given by WAYBOT_DEMO_PASSWORD, else made up once. */
@Component
@ConditionalOnProperty(name = "waybot.demo.enabled", havingValue = "true")
class DemoPassword {
  private static final String FILE = "demo-password";
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LENGTH = 16;

  private final WaybotHome home;
  private final String given;

  DemoPassword(WaybotHome home, @Value("${WAYBOT_DEMO_PASSWORD:}") String given) {
    this.home = home;
    this.given = given;
  }

  String get() {
    if (!given.isEmpty()) {
      return given;
    }
    var file = home.root().resolve(FILE);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var made = random();
    home.writeSecret(FILE, made);
    return made;
  }

  /** Where somebody at the terminal finds it; the password itself is never printed. */
  String place() {
    return given.isEmpty() ? home.root().resolve(FILE).toString() : "WAYBOT_DEMO_PASSWORD";
  }

  private static String random() {
    var random = new SecureRandom();
    var text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
