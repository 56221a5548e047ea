package io.waybot.demo.world;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A bank's own SMS platform. Not idempotent: what is sent twice is delivered twice; ask by
 * reference instead.
 */
final class SmsPlatform {
  private static final Pattern NUMBER = Pattern.compile("100\\d{8}");
  private static final int LONGEST = 500;

  private final Memory memory;
  private final Directory directory;
  private final String secret;
  private final Clock clock;

  SmsPlatform(Memory memory, Directory directory, String secret, Clock clock) {
    this.memory = memory;
    this.directory = directory;
    this.secret = secret;
    this.clock = clock;
  }

  Web.Answer send(Web.Request request) {
    var form = request.form();
    var reference = need(form, "reference");
    var phone = need(form, "phone");
    var content = form.getOrDefault("content", "");
    var signed =
        String.join(
            "\n", need(form, "account"), reference, phone, content, need(form, "timestamp"));
    if (!Signature.same(Signature.of(secret, signed), need(form, "sign"))) {
      return code("1003");
    }
    if (!NUMBER.matcher(phone).matches()) {
      return code("1001");
    }
    if (content.isBlank() || content.length() > LONGEST) {
      return code("1002");
    }
    var id = UUID.randomUUID().toString();
    int customer = directory.byPhone(phone);
    memory.remember(
        new Entry.Message(
            Channels.SMS, reference, id, customer, clock.instant(), null, content, null, null));
    return new Web.Answer(200, Map.of("code", "0", "messageId", id));
  }

  Web.Answer query(Web.Request request) {
    var query = request.query();
    var reference = need(query, "reference");
    var signed = String.join("\n", need(query, "account"), reference, need(query, "timestamp"));
    if (!Signature.same(Signature.of(secret, signed), need(query, "sign"))) {
      return code("1003");
    }
    return memory
        .find(Channels.SMS, reference)
        .map(m -> new Web.Answer(200, Map.of("code", "0", "found", true, "status", "DELIVERED")))
        .orElseGet(() -> new Web.Answer(200, Map.of("code", "0", "found", false)));
  }

  private static Web.Answer code(String code) {
    return new Web.Answer(200, Map.of("code", code));
  }

  private static String need(Map<String, String> fields, String name) {
    var value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("field missing: " + name);
    }
    return value;
  }
}
