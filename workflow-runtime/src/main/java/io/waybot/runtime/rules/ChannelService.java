package io.waybot.runtime.rules;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import io.waybot.db.calendar.SendingHours;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Channels with their capacity, hours and cost, and what is left of them today. */
@Service
public class ChannelService {
  private static final String CHANNEL = "channel:";
  private final Channels channels;
  private final JdbcClient sql;
  private final AuditLog audit;
  private final CurrentUser user;
  private final Clock clock;

  ChannelService(Channels channels, JdbcClient sql, AuditLog audit, CurrentUser user, Clock clock) {
    this.channels = channels;
    this.sql = sql;
    this.audit = audit;
    this.user = user;
    this.clock = clock;
  }

  /** All channels in their order, unconnected ones too. */
  public List<ChannelUse> today() {
    var today = LocalDate.now(clock);
    var used = new HashMap<String, Long>();
    sql.sql(
            "select channel, used from channel_day where on_date = ? union all select channel,"
                + " count(*) from contact_log where contact_date = ? and channel = 'branch' group"
                + " by channel")
        .params(today, today)
        .query(row -> {
          used.put(row.getString(1), row.getLong(2));
        });
    var oneMore = oneMore();
    return channels.all().stream()
        .map(channel ->
            new ChannelUse(
                channel, used.getOrDefault(channel.code(), 0L), oneMore.get(channel.code())))
        .toList();
  }

  /** What one more of a channel was worth when the bank last decided, by channel. */
  private Map<String, Double> oneMore() {
    var prices = new HashMap<String, Double>();
    sql.sql(
            "select p.constraint_key, p.price from decision_price p join decision_window w on w.id"
                + " = p.window_id where p.constraint_key like 'channel:%' and w.kind = 'DAILY' and"
                + " w.decided_at = (select max(n.decided_at) from decision_window n where n.kind ="
                + " 'DAILY')")
        .query(row -> {
          prices.put(row.getString(1).substring(CHANNEL.length()), row.getDouble(2));
        });
    return prices;
  }

  /**
   * Changes what the bank may set: capacity, pace, hours, cost.
   *
   * @throws ApiProblem 422 if the hours cannot be read
   */
  @Transactional
  public void save(Channel channel) {
    var person = user.with(Role.ADMIN);
    try {
      SendingHours.parse(channel.hours());
    } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
      throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "hours_unreadable", channel.hours());
    }
    channels.save(channel);
    audit.append(
        person.login(),
        "channel.save",
        channel.code(),
        "capacity " + channel.dailyCapacity() + ", hours " + channel.hours());
  }
}
