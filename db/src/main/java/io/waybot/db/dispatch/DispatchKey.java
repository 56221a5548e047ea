package io.waybot.db.dispatch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What makes a send the same send: scope run, element and pass, customer, channel. Its digest is
 * the idempotency key, all that a gateway ever sees.
 */
final class DispatchKey {
  private final byte[] digest;

  DispatchKey(UUID scopeRunId, String step, int customer, String channel) {
    try {
      var text = scopeRunId + "|" + step + "|" + customer + "|" + channel;
      this.digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 32 hexadecimal digits. */
  String opaque() {
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  /** From the other half of the digest. */
  UUID id() {
    var bytes = ByteBuffer.wrap(digest, 16, 16);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
