package io.waybot.db.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Colleagues on the test list, and what was sent to them: outside caps, capacity and reports. */
@Component
public class TestSends {

  public record Recipient(
      UUID id,
      String name,
      @Nullable String phone,
      @Nullable String mail,
      @Nullable String deviceId,
      @Nullable String customerKey) {

    /** Where a channel finds the colleague, null if nowhere. */
    public @Nullable String address(String channel) {
      return switch (channel) {
        case "sms", "call" -> phone;
        case "email" -> mail;
        case "push" -> deviceId;
        default -> customerKey;
      };
    }
  }

  private final JdbcClient sql;
  private final JdbcTemplate writes;
  private final Clock clock;

  public TestSends(JdbcClient sql, JdbcTemplate writes, Clock clock) {
    this.sql = sql;
    this.writes = writes;
    this.clock = clock;
  }

  public List<Recipient> recipients() {
    return sql.sql(
            "select id, name, phone, mail, device_id, customer_key from test_recipient where active"
                + " order by name")
        .query(Recipient.class)
        .list();
  }

  public void add(Recipient recipient, String by) {
    writes.update(
        "insert into test_recipient (id, name, phone, mail, device_id, customer_key, added_by)"
            + " values (?,?,?,?,?,?,?)",
        recipient.id(),
        recipient.name(),
        recipient.phone(),
        recipient.mail(),
        recipient.deviceId(),
        recipient.customerKey(),
        by);
  }

  public void remove(UUID id) {
    sql.sql("update test_recipient set active = false where id = ?").param(id).update();
  }

  public void log(
      String content,
      int version,
      String channel,
      String language,
      UUID recipient,
      String answer,
      String by) {
    writes.update(
        "insert into test_send (id, content_code, content_version, channel, language, recipient_id,"
            + " answer, sent_by, sent_at) values (?,?,?,?,?,?,?,?,?)",
        UUID.randomUUID(),
        content,
        version,
        channel,
        language,
        recipient,
        answer,
        by,
        Timestamp.from(clock.instant()));
  }
}
