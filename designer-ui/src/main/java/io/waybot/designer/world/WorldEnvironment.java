package io.waybot.designer.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * In the demo every channel without an address of its own leads to the simulated world on this
 * machine: HTTP six ports above Waybot's, SMTP seven. Whatever is configured wins.
 */
public class WorldEnvironment implements EnvironmentPostProcessor {
  static final String HTTP_PORT = "waybot.demo.world.port";
  static final String SMTP_PORT = "waybot.demo.world.smtp-port";
  static final List<String> CHANNELS = List.of("sms", "push", "inbox", "email");
  private static final String SECRETS = "world-secrets.properties";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    int port = environment.getProperty("server.port", Integer.class, 0);
    if (port > 0 && environment.getProperty("waybot.demo.enabled", Boolean.class, false)) {
      var home = Path.of(environment.getProperty("waybot.home", ".waybot")).toAbsolutePath();
      var defaults = new MapPropertySource("demo-world", addresses(port, secrets(home)));
      environment.getPropertySources().addLast(defaults);
    }
  }

  private static Map<String, Object> addresses(int port, Properties secrets) {
    var http = "http://127.0.0.1:" + (port + 6);
    var found = new HashMap<String, Object>();
    found.put(HTTP_PORT, port + 6);
    found.put(SMTP_PORT, port + 7);
    for (var channel : CHANNELS) {
      found.put("waybot.channel." + channel + ".url", http);
      found.put("waybot.channel." + channel + ".secret", secrets.getProperty(channel));
    }
    found.put("waybot.channel.email.url", "smtp://127.0.0.1:" + (port + 7));
    found.put("waybot.channel.email.sender", "service@demo.invalid");
    found.put("waybot.channel.sms.account", "yuantu");
    return found;
  }

  /** Made once for an installation; only its owner may read them. */
  private static Properties secrets(Path home) {
    var file = home.resolve(SECRETS);
    var secrets = new Properties();
    try {
      if (Files.exists(file)) {
        try (var reader = Files.newBufferedReader(file)) {
          secrets.load(reader);
        }
      }
      if (!secrets.stringPropertyNames().containsAll(CHANNELS)) {
        CHANNELS.forEach(channel -> secrets.setProperty(channel, random()));
        write(file, secrets);
      }
      return secrets;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read or written", e);
    }
  }

  private static void write(Path file, Properties secrets) throws IOException {
    Files.createDirectories(file.getParent());
    var draft = Files.createTempFile(file.getParent(), SECRETS, ".new");
    if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
    }
    try (var writer = Files.newBufferedWriter(draft)) {
      secrets.store(writer, "Shared by Waybot and the simulated world of this installation");
    }
    Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static String random() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
