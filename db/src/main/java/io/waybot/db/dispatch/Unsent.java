package io.waybot.db.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows whose call was not taken, was not begun or left a doubt: written down many at a time, for a
 * batch that could not be called in time comes back whole.
 */
final class Unsent {
  private static final int LONGEST_ERROR = 400;
  private static final String WHERE = " where id = any(?)";

  private final JdbcTemplate sql;
  private final WaitingPages waiting;
  private final Doubts doubts;
  private final Proofs proofs;

  Unsent(JdbcTemplate sql) {
    this.sql = sql;
    this.waiting = new WaitingPages(sql);
    this.doubts = new Doubts(sql);
    this.proofs = new Proofs(sql);
  }

  /** What is written for a row; rows with the same fate are one statement. */
  private sealed interface Fate {
    record Rejected(String error) implements Fate {}

    record Again(Instant notBefore, @Nullable String error, boolean uncertain) implements Fate {}

    record Repeat(Instant notBefore, String error) implements Fate {}

    record Noted(boolean unknown, String error) implements Fate {}
  }

  /**
   * Changes those that are still on their way; the caller holds the round they are in. They are
   * locked all the same: an acceptance that comes after its lease waits for nobody's round.
   */
  void write(Collection<? extends Settlement> settled) {
    if (settled.isEmpty()) {
      return;
    }
    RowLocks.take(sql, settled.stream().map(s -> s.send().id()).toList());
    var held = onTheirWay(settled);
    settled.stream()
        .filter(s -> held.contains(s.send().id()))
        .collect(Collectors.groupingBy(Unsent::fate))
        .forEach(this::write);
    proofs.of(held);
  }

  private Set<UUID> onTheirWay(Collection<? extends Settlement> settled) {
    return new HashSet<>(
        sql.queryForList(
            "select id from dispatch where id = any(?) and state = 'SENDING'",
            UUID.class,
            SqlArrays.uuids(settled.stream().map(s -> s.send().id()).toList())));
  }

  private static Fate fate(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Refused r -> new Fate.Rejected(cut(r.error()));
      case Settlement.Again a ->
          new Fate.Again(
              a.notBefore(), a.error() == null ? null : cut(a.error()), a.send().uncertain());
      case Settlement.Repeat r -> new Fate.Repeat(r.notBefore(), cut(r.error()));
      case Settlement.Ask a -> new Fate.Noted(false, cut(a.error()));
      case Settlement.Unclear u -> new Fate.Noted(true, cut(u.error()));
      case Settlement.Taken t -> throw new IllegalArgumentException("was taken: " + t.send().id());
    };
  }

  private void write(Fate fate, List<? extends Settlement> settled) {
    var sends = settled.stream().map(Settlement::send).toList();
    var sendIds = sends.stream().map(DueSend::id).toList();
    var ids = SqlArrays.uuids(sendIds);
    switch (fate) {
      case Fate.Rejected r -> {
        sql.update("update dispatch set state = 'REJECTED', error = ?" + WHERE, r.error(), ids);
        giveBack(sends);
      }
      case Fate.Again a -> again(a, sends, sendIds);
      case Fate.Repeat r -> {
        sql.update(
            "update dispatch set state = 'PENDING', uncertain = true, doubts = doubts + 1, error ="
                + " ?"
                + WHERE,
            r.error(),
            ids);
        waiting.put(sendIds, r.notBefore());
      }
      case Fate.Noted n -> {
        sql.update(
            "update dispatch set state = ?, error = ?" + WHERE,
            n.unknown() ? "UNKNOWN" : "SENDING",
            n.error(),
            ids);
        doubts.note(sendIds);
      }
    }
  }

  /** A call that was not begun was no attempt. */
  private void again(Fate.Again again, List<DueSend> sends, List<UUID> ids) {
    sql.update(
        "update dispatch set state = 'PENDING', error = ?, attempts = attempts - ?"
            + (again.uncertain() ? "" : ", marked_on = null")
            + WHERE,
        again.error(),
        again.error() == null ? 1 : 0,
        SqlArrays.uuids(ids));
    waiting.put(ids, again.notBefore());
    if (!again.uncertain()) {
      giveBack(sends);
    }
  }

  /** The contacts did not happen: neither the customers' caps nor the channel's day count them. */
  private void giveBack(List<DueSend> sends) {
    sql.update(
        "delete from contact_log where dispatch_id = any(?)",
        SqlArrays.uuids(sends.stream().map(DueSend::id).toList()));
    sends.stream()
        .filter(send -> send.markedOn() != null)
        .collect(Collectors.groupingBy(Unsent::day, Collectors.counting()))
        .forEach((day, count) ->
            sql.update(
                "update channel_day set used = greatest(0, used - ?) where channel = ? and on_date"
                    + " = ?",
                count,
                day.channel(),
                day.on()));
  }

  private record Day(String channel, LocalDate on) {}

  private static Day day(DueSend send) {
    var on = send.markedOn();
    if (on == null) {
      throw new IllegalArgumentException("not marked: " + send.id());
    }
    return new Day(send.channel(), on);
  }

  private static String cut(String error) {
    return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
  }
}
