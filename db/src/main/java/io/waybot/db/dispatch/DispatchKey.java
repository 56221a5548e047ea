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
 *
 * <p>Six of the sixteen bytes are the digest of the send's neighbourhood: the same block, channel
 * and 4,096 customer numbers. Sends that are written together thus lie together in every index by
 * id, where whole digests would touch another page for each row.
 */
final class DispatchKey {
  private static final int DIGITS = 32;
  private static final int BYTES = DIGITS / 2;
  private static final int NEIGHBOURS = 6;
  private static final int NEIGHBOUR_BITS = 12;

  private final byte[] digest;

  DispatchKey(UUID scopeRunId, String step, int customer, String channel) {
    var block = scopeRunId + "|" + step + "|";
    var neighbours = sha256(block + "near " + (customer >>> NEIGHBOUR_BITS) + "|" + channel);
    this.digest =
        ByteBuffer.allocate(BYTES)
            .put(neighbours, 0, NEIGHBOURS)
            .put(sha256(block + customer + "|" + channel), 0, BYTES - NEIGHBOURS)
            .array();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 32 hexadecimal digits. */
  String opaque() {
    return opaque(id());
  }

  /** The same digits: who brings the key back names the row. */
  UUID id() {
    var bytes = ByteBuffer.wrap(digest);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** The key of a row. */
  static String opaque(UUID id) {
    var hex = HexFormat.of();
    return hex.toHexDigits(id.getMostSignificantBits())
        + hex.toHexDigits(id.getLeastSignificantBits());
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
