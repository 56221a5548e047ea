package io.waybot.runtime.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.CrashKind;
import io.waybot.db.testing.TestDatabase;
import io.waybot.db.testing.TestStores;
import io.waybot.runtime.access.CurrentUser;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelServiceTest {
  private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

  @ParameterizedTest
  @EnumSource
  void tellsWhatTodayTookAndWhatOneMoreWasWorthToTheNewestDecision(TestDatabase database) {
    var stores = new TestStores(database.open(), Clock.fixed(NOW, ZoneOffset.UTC));
    var channels = stores.bean(Channels.class);
    stores.bean(AuditLog.class);
    stores.bean(CurrentUser.class);
    channels.save(channel("sms", 1));
    channels.save(channel("push", 2));
    stores
        .db()
        .batch()
        .update(
            "insert into channel_day (channel, on_date, used) values ('sms', ?, 40)",
            LocalDate.of(2026, 11, 20));
    price(stores, decided(stores, 1), "channel:sms", 9);
    var newest = decided(stores, 2);
    price(stores, newest, "channel:sms", 1.3);
    price(stores, newest, "lead:1101", 12);

    var today = stores.bean(ChannelService.class).today();

    assertThat(today)
        .extracting(use -> use.channel().code(), ChannelUse::usedToday, ChannelUse::oneMoreYuan)
        .containsExactly(Tuple.tuple("sms", 40L, 1.3), Tuple.tuple("push", 0L, null));
  }

  /** The decision of an hour. */
  private static UUID decided(TestStores stores, int hour) {
    var id = new UUID(0, hour);
    var at = Timestamp.from(NOW.plusSeconds(hour * 3_600L));
    stores
        .db()
        .batch()
        .update(
            "insert into decision_window (id, business_date, sequence, kind, state, opened_at,"
                + " decided_at) values (?, ?, ?, 'DAILY', 'DECIDED', ?, ?)",
            id,
            LocalDate.of(2026, 11, 20),
            hour,
            at,
            at);
    return id;
  }

  private static void price(TestStores stores, UUID window, String limit, double yuan) {
    stores
        .db()
        .batch()
        .update(
            "insert into decision_price (window_id, constraint_key, capacity, used, price) values"
                + " (?, ?, 100, 100, ?)",
            window,
            limit,
            yuan);
  }

  private static Channel channel(String code, int position) {
    return new Channel(
        code,
        code,
        code,
        true,
        100,
        600,
        new BigDecimal("0.0450"),
        "09:00-20:00",
        false,
        true,
        null,
        CrashKind.IDEMPOTENT,
        1.0,
        false,
        position);
  }
}
