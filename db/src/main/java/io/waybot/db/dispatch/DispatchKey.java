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

  private DispatchKey(byte[] digest) {
    this.digest = digest;
  }

  /** Names the sends of one block on one channel. Not for use by several threads. */
  static final class Block {
    private final MessageDigest sha256;
    private final String prefix;
    private final String suffix;
    private int neighbourhood = -1;
    private byte[] neighbours = {};

    Block(UUID scopeRunId, String step, String channel) {
      this.sha256 = sha256();
      this.prefix = scopeRunId + "|" + step + "|";
      this.suffix = "|" + channel;
    }

    DispatchKey key(int customer) {
      if (neighbourhood != customer >>> NEIGHBOUR_BITS) {
        neighbourhood = customer >>> NEIGHBOUR_BITS;
        neighbours = digest(prefix + "near " + neighbourhood + suffix);
      }
      return new DispatchKey(
          ByteBuffer.allocate(BYTES)
              .put(neighbours, 0, NEIGHBOURS)
              .put(digest(prefix + customer + suffix), 0, BYTES - NEIGHBOURS)
              .array());
    }

    private byte[] digest(String text) {
      return sha256.digest(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
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
