package io.waybot.db.dispatch;

import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of each channel's day is used, over all journeys. */
@Component
public class ChannelCapacity {
  private final JdbcClient sql;
  private final JdbcTemplate writes;

  public ChannelCapacity(JdbcClient sql, JdbcTemplate writes) {
    this.sql = sql;
    this.writes = writes;
  }

  /** Locks the channel's day until the transaction ends and answers what is used of it. */
  public int lockUsed(String channel, LocalDate date) {
    writes.update(
        "insert into channel_day (channel, on_date, used) values (?,?,0) on conflict do nothing",
        channel,
        date);
    return sql.sql("select used from channel_day where channel = ? and on_date = ? for update")
        .params(channel, date)
        .query(Integer.class)
        .single();
  }

  /** Takes more of a day that is locked. */
  public void use(String channel, LocalDate date, int more) {
    writes.update(
        "update channel_day set used = used + ? where channel = ? and on_date = ?",
        more,
        channel,
        date);
  }

  /** Sends of this channel that count on the date. */
  public int used(String channel, LocalDate date) {
    return sql.sql(
            "select coalesce(max(used), 0) from channel_day where channel = ? and on_date = ?")
        .params(channel, date)
        .query(Integer.class)
        .single();
  }

  /** Rows of real runs that wait to be sent on the channel. */
  public int waiting(String channel) {
    return sql.sql(
            "select coalesce(sum(many), 0) from waiting_page where channel = ? and rehearsal ="
                + " false and uncertain = false")
        .param(channel)
        .query(Integer.class)
        .single();
  }

  /**
   * What a decision may still give to the channel on the date: neither used nor waiting; at least
   * 0.
   */
  public int remaining(String channel, LocalDate date) {
    int capacity =
        sql.sql("select coalesce(max(daily_capacity), 0) from channel where code = ?")
            .param(channel)
            .query(Integer.class)
            .single();
    return Math.max(0, capacity - used(channel, date) - waiting(channel));
  }
}
