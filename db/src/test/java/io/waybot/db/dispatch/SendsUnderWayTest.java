package io.waybot.db.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.db.run.ARun;
import io.waybot.db.testing.DispatchBooks;
import io.waybot.db.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SendsUnderWayTest {
  private static final String LAST_WITH_STATE_INDEXES = "320";

  @ParameterizedTest
  @EnumSource
  void waitAreOnTheirWayAndInDoubtAfterAnUpgradeAsTheyWereBefore(TestDatabase kind) {
    var dataSource = kind.empty();
    kind.migrate(dataSource, LAST_WITH_STATE_INDEXES);
    var sql = JdbcClient.create(dataSource);
    var run = ARun.aRun(sql, ARun.aJourney(sql, "deposit_daily", "<x/>"));
    send(sql, run, "PENDING", null);
    send(sql, run, "PENDING", null);
    send(sql, run, "CLAIMED", "a node");
    send(sql, run, "SENDING", "a node");
    send(sql, run, "SENDING", "a node");
    send(sql, run, "SENDING", null);
    for (var state : List.of("SENT", "REJECTED", "UNKNOWN", "WITHHELD")) {
      send(sql, run, state, null);
    }

    kind.migrate(dataSource, "latest");

    assertThat(one(sql, DispatchBooks.MISPLACED)).isZero();
    assertThat(one(sql, "select sum(many) from waiting_page")).isEqualTo(3);
    assertThat(one(sql, "select count(*) from send_round")).isEqualTo(2);
    assertThat(one(sql, "select count(*) from doubtful_send")).isEqualTo(1);
  }

  private static void send(JdbcClient sql, UUID run, String state, @Nullable String leaseOwner) {
    var id = UUID.randomUUID();
    sql.sql(
            "insert into dispatch (id, scope_run_id, step, customer, channel, run_id,"
                + " idempotency_key, content_code, content_version, language, state, not_before,"
                + " send_by, lease_owner, lease_until, attempts, cost_yuan, created_at) select ?,"
                + " id, 'send#1', (select count(*) from dispatch), 'push', id, ?, 'C01', 1, 'zh',"
                + " ?, started_at, started_at, ?, started_at, 1, 0, started_at from run where id ="
                + " ?")
        .params(id, id.toString(), state, leaseOwner, run)
        .update();
  }

  private static int one(JdbcClient sql, String query) {
    return sql.sql(query).query(Integer.class).single();
  }
}
