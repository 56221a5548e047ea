package io.waybot.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.testing.TestDatabase;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class OptOutWeeksTest {
  private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");

  @ParameterizedTest
  @EnumSource
  void countsCustomersOncePerWeekWhateverTheySaidItAbout(TestDatabase database) {
    var sql = JdbcClient.create(database.migrated());
    optOut(sql, 100_001, "sms", Duration.ofDays(1));
    optOut(sql, 100_001, "push", Duration.ofDays(2));
    optOut(sql, 100_002, "*", Duration.ofDays(6));
    optOut(sql, 100_003, "sms", Duration.ofDays(8));
    optOut(sql, 100_004, "sms", Duration.ofDays(15));

    var count = new OptOutWeeks(sql, Clock.fixed(NOW, ZoneOffset.UTC)).count();

    assertThat(count).isEqualTo(new OptOutWeeks.Count(2, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aHandfulIsNeverUnusual(Handful handful) {
    assertThat(new OptOutWeeks.Count(handful.last, handful.before).unusual())
        .isEqualTo(handful.unusual);
  }

  private enum Handful {
    FEW_AFTER_NONE(10, 0, false),
    MANY_AFTER_NONE(11, 0, true),
    TWICE(40, 20, false),
    MORE_THAN_TWICE(41, 20, true);

    private final int last;
    private final int before;
    private final boolean unusual;

    Handful(int last, int before, boolean unusual) {
      this.last = last;
      this.before = before;
      this.unusual = unusual;
    }
  }

  private static void optOut(JdbcClient sql, int customer, String channel, Duration ago) {
    sql.sql("insert into opt_out (id, customer, channel, at, source) values (?, ?, ?, ?, 'reply')")
        .params(UUID.randomUUID(), customer, channel, Timestamp.from(NOW.minus(ago)))
        .update();
  }
}
