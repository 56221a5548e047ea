package io.waybot.designer.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class WorldEnvironmentTest {
  @TempDir private Path home;

  @Test
  void pointsEveryChannelAtTheWorldAndKeepsItsSecrets() throws Exception {
    var first = demo(9_000);
    var second = demo(9_000);

    assertThat(first.getProperty("waybot.channel.sms.url")).isEqualTo("http://127.0.0.1:9006");
    assertThat(first.getProperty("waybot.channel.email.url")).isEqualTo("smtp://127.0.0.1:9007");
    assertThat(first.getProperty("waybot.channel.push.secret"))
        .hasSize(48)
        .isNotEqualTo(first.getProperty("waybot.channel.sms.secret"))
        .isEqualTo(second.getProperty("waybot.channel.push.secret"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(home.resolve("world-secrets.properties"))))
        .isEqualTo("rw-------");
  }

  @Test
  void leavesAConfiguredChannelAlone() {
    var environment =
        environment(9_000, true).withProperty("waybot.channel.sms.url", "https://sms.bank.example");

    new WorldEnvironment().postProcessEnvironment(environment, new SpringApplication());

    assertThat(environment.getProperty("waybot.channel.sms.url"))
        .isEqualTo("https://sms.bank.example");
    assertThat(environment.getProperty("waybot.channel.push.url"))
        .isEqualTo("http://127.0.0.1:9006");
  }

  @Test
  void aBankHasNoSimulatedWorld() {
    var environment = environment(9_000, false);

    new WorldEnvironment().postProcessEnvironment(environment, new SpringApplication());

    assertThat(environment.getProperty("waybot.channel.push.url")).isNull();
    assertThat(home).isEmptyDirectory();
  }

  private MockEnvironment demo(int port) {
    var environment = environment(port, true);
    new WorldEnvironment().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }

  private MockEnvironment environment(int port, boolean demo) {
    return new MockEnvironment()
        .withProperty("server.port", String.valueOf(port))
        .withProperty("waybot.demo.enabled", String.valueOf(demo))
        .withProperty("waybot.home", home.toString());
  }
}
