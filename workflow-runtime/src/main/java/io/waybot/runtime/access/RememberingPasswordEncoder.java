package io.waybot.runtime.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Checks a slow password hash once per password, not once per API call: what matched is remembered
 * as a keyed digest of password and hash, so a changed hash is checked anew. The key lives in
 * memory only.
 */
class RememberingPasswordEncoder implements PasswordEncoder {
  private static final int REMEMBERED = 1_000;

  private final PasswordEncoder slow;
  private final SecretKeySpec key;
  private final Map<String, Boolean> matched =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  RememberingPasswordEncoder(PasswordEncoder slow) {
    this.slow = slow;
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence raw) {
    return slow.encode(raw);
  }

  @Override
  public boolean matches(@Nullable CharSequence raw, @Nullable String encoded) {
    if (raw == null || encoded == null) {
      return false;
    }
    var digest = digest(raw + "\n" + encoded);
    synchronized (matched) {
      if (matched.containsKey(digest)) {
        return true;
      }
    }
    if (!slow.matches(raw, encoded)) {
      return false;
    }
    synchronized (matched) {
      matched.put(digest, true);
    }
    return true;
  }

  @Override
  public boolean upgradeEncoding(@Nullable String encoded) {
    return slow.upgradeEncoding(encoded);
  }

  private String digest(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
