package io.waybot.bots.experiment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Decides a customer's arm: control if and only if the first 8 bytes (unsigned, big-endian) of
 * SHA-256(salt + ':' + customer key), divided by 2^64, are below the share.
 *
 * <p>The arm depends on nothing else, so it is the same on every date, in every wave and rerun, and
 * a larger share keeps all earlier controls. Not safe for use by several threads.
 */
public final class HoldoutAssigner {
  private static final BigDecimal TWO_TO_64 = new BigDecimal(BigInteger.ONE.shiftLeft(64));
  private final MessageDigest sha;
  private final byte[] prefix;
  private final boolean everybody;
  private final long threshold;

  /**
   * @param salt the experiment's salt
   * @param share of customers held out, 0 to 1
   * @throws IllegalArgumentException if the share is not in [0, 1]
   */
  public HoldoutAssigner(String salt, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("holdout share must be between 0 and 1, not " + share);
    }
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    this.prefix = (salt + ':').getBytes(StandardCharsets.UTF_8);
    this.everybody = share == 1;
    // h / 2^64 < share  ⇔  h < ⌈share · 2^64⌉: exact, where dividing as double would round
    this.threshold =
        BigDecimal.valueOf(share)
            .multiply(TWO_TO_64)
            .setScale(0, RoundingMode.CEILING)
            .toBigInteger()
            .longValue();
  }

  /** Whether the customer with this bank key is held out. */
  public boolean control(String customerKey) {
    sha.update(prefix);
    long hash = ByteBuffer.wrap(sha.digest(customerKey.getBytes(StandardCharsets.UTF_8))).getLong();
    return everybody || Long.compareUnsigned(hash, threshold) < 0;
  }
}
