package io.waybot.runtime.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the engine's exporter shows to be believed: the text of a file that only our user can read.
 */
@Component
public class ExporterToken {
  private final EngineFiles files;

  ExporterToken(EngineFiles files) {
    this.files = files;
  }

  /** Compares in constant time. */
  public boolean isIn(@Nullable String authorization) {
    var expected = "Bearer " + files.tokenText();
    return authorization != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8),
            authorization.getBytes(StandardCharsets.UTF_8));
  }
}
