package io.waybot.db.dispatch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What makes a send the same send: scope run, element and pass, customer, channel. Its digest is
 * the idempotency key, all that a gateway ever sees.
 */
final class DispatchKey {
  private static final int DIGITS = 32;

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

  /** The same digits: who brings the key back names the row. */
  UUID id() {
    var bytes = ByteBuffer.wrap(digest, 0, 16);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** The row that a key names; empty if it cannot be one of ours. */
  static Optional<UUID> idOf(String opaque) {
    if (opaque.length() != DIGITS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new UUID(
              HexFormat.fromHexDigitsToLong(opaque, 0, DIGITS / 2),
              HexFormat.fromHexDigitsToLong(opaque, DIGITS / 2, DIGITS)));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}
