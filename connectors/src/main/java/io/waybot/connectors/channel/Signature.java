package io.waybot.connectors.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 in lower-case hex, as all our HTTP channels sign. */
public final class Signature {
  public static final String HEADER = "X-Waybot-Signature";
  private static final String PREFIX = "sha256=";

  private Signature() {}

  public static String hex(String secret, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String hex(String secret, String message) {
    return hex(secret, message.getBytes(StandardCharsets.UTF_8));
  }

  /** The header's value for a raw body. */
  public static String header(String secret, byte[] body) {
    return PREFIX + hex(secret, body);
  }

  /** Whether the header belongs to the body; takes the same time for every wrong answer. */
  public static boolean verifies(String secret, byte[] body, String header) {
    return MessageDigest.isEqual(
        header(secret, body).getBytes(StandardCharsets.US_ASCII),
        header.strip().getBytes(StandardCharsets.US_ASCII));
  }
}
