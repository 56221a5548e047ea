package io.waybot.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class EngineFilesTest {
  @TempDir Path home;

  @Test
  void keepsTheEnginesIdAsLongAsItsData() throws IOException {
    var files = new EngineFiles(home);
    var id = files.engineId();
    Files.writeString(files.data().resolve("segment"), "x");

    assertThat(new EngineFiles(home).engineId()).isEqualTo(id);
  }

  @Test
  void givesANewIdWhenTheDataIsGone() throws IOException {
    var files = new EngineFiles(home);
    var id = files.engineId();
    Files.writeString(files.data().resolve("segment"), "x");

    FileSystemUtils.deleteRecursively(files.data());

    assertThat(files.engineId()).isNotEqualTo(id);
  }

  @Test
  void showsTheTokenToItsOwnerOnly() throws IOException {
    var files = new EngineFiles(home);

    var token = files.tokenText();

    assertThat(token).hasSize(64).isEqualTo(new EngineFiles(home).tokenText());
    assertThat(Files.getPosixFilePermissions(files.token()))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }
}
