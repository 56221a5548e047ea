package io.waybot.db.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where sends are that are PENDING: each on one page, together with others of its block that wait
 * for the same moment. Such a send is changed only by whoever holds its page and has taken it off,
 * so nobody locks the ledger's wide rows. Who waits for pages waits in the order of their ids; a
 * send that is on none when the waiting ends has gone.
 */
final class WaitingPages {
  private static final int LARGEST = 1_000;

  /** A page is at most so many times what is taken of it at once: its rest is written each time. */
  private static final int TIMES_WHAT_IS_TAKEN = 16;

  /** Pages looked at beyond those wanted, as others may hold the first ones. */
  private static final int OTHERS = 16;

  private static final String BLOCK = "scope_run_id, step, channel, rehearsal, uncertain";
  private static final String INSERT =
      "insert into waiting_page ("
          + BLOCK
          + ", not_before, from_customer, to_customer, many, ids) ";

  private final JdbcTemplate sql;

  WaitingPages(JdbcTemplate sql) {
    this.sql = sql;
  }

  private record Page(long id, List<UUID> ids) {}

  private record Size(long id, int many) {}

  /**
   * Takes off their pages the sends that are due longest and whose pages nobody else holds.
   *
   * @param limit at most so many
   */
  List<UUID> take(String channel, boolean rehearsal, Instant at, int limit) {
    var taken = new ArrayList<UUID>();
    for (var page : holdDue(channel, rehearsal, Timestamp.from(at), limit)) {
      int many = Math.min(page.ids().size(), limit - taken.size());
      taken.addAll(page.ids().subList(0, many));
      keep(page, page.ids().subList(many, page.ids().size()), limit * TIMES_WHAT_IS_TAKEN);
    }
    return taken;
  }

  /** Looked for first and locked then, because H2 locks every row that a locking query passes. */
  private List<Page> holdDue(String channel, boolean rehearsal, Timestamp now, int limit) {
    var due =
        sql.query(
            "select id, many from waiting_page where channel = ? and rehearsal = ? and not_before"
                + " <= ? order by channel, rehearsal, not_before, id limit ?",
            (row, i) -> new Size(row.getLong(1), row.getInt(2)),
            channel,
            rehearsal,
            now,
            limit + OTHERS);
    int wanted = 0;
    for (int sends = 0; wanted < due.size() && sends < limit; wanted++) {
      sends += due.get(wanted).many();
    }
    return wanted == 0
        ? List.of()
        : sql.query(
            "select id, ids from waiting_page where id = any(?) and not_before <= ? order by"
                + " not_before, id limit ? for update skip locked",
            WaitingPages::page,
            SqlArrays.longs(due.stream().limit(wanted + OTHERS).map(Size::id).toList()),
            now,
            wanted);
  }

  /** Waits for the pages that these sends are on, until the caller's transaction ends. */
  void hold(Collection<UUID> ids) {
    pagesOf(ids);
  }

  /** Waits for the pages that these sends are on and answers those that were taken off one. */
  List<UUID> takeOff(Collection<UUID> ids) {
    return takeOff(pagesOf(ids), Set.copyOf(ids));
  }

  /**
   * Waits for the pages of blocks and takes off those of their sends that a condition is true of.
   *
   * @param blocks a condition on {@code scope_run_id}, {@code step} and {@code channel}
   * @param sends a condition on rows of the ledger, with one parameter
   */
  List<UUID> takeOff(String blocks, List<?> those, String sends, Object parameter) {
    var off = new ArrayList<UUID>();
    for (var page : held(blocks, those.toArray())) {
      var wanted =
          sql.queryForList(
              "select id from dispatch where id = any(?) and " + sends,
              UUID.class,
              SqlArrays.uuids(page.ids()),
              parameter);
      off.addAll(takeOff(List.of(page), Set.copyOf(wanted)));
    }
    return off;
  }

  private List<UUID> takeOff(List<Page> pages, Set<UUID> wanted) {
    var off = new ArrayList<UUID>();
    for (var page : pages) {
      var rest = new ArrayList<UUID>(page.ids());
      rest.removeAll(wanted);
      if (rest.size() < page.ids().size()) {
        page.ids().stream().filter(wanted::contains).forEach(off::add);
        keep(page, rest, LARGEST);
      }
    }
    return off;
  }

  /** A send that is PENDING no more can be on a page of uncertain ones only. */
  private List<Page> pagesOf(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var pages =
        sql.queryForList(
            "select distinct p.id from dispatch d join waiting_page p on p.scope_run_id ="
                + " d.scope_run_id and p.step = d.step and p.channel = d.channel and d.customer"
                + " between p.from_customer and p.to_customer where d.id = any(?) and (p.uncertain"
                + " or d.state = 'PENDING') and d.id = any(p.ids)",
            Long.class,
            SqlArrays.uuids(ids));
    return pages.isEmpty() ? List.of() : held("id = any(?)", SqlArrays.longs(pages));
  }

  private List<Page> held(String condition, Object... parameters) {
    return sql.query(
        "select id, ids from waiting_page where " + condition + " order by id for update",
        WaitingPages::page,
        parameters);
  }

  /** What stays on a page that the caller holds; cut into several if it is too much for one. */
  private void keep(Page page, List<UUID> rest, int most) {
    if (rest.isEmpty()) {
      sql.update("delete from waiting_page where id = ?", page.id());
      return;
    }
    if (rest.size() == page.ids().size()) {
      return;
    }
    var parts = parts(rest, Math.min(most, LARGEST));
    for (var part : parts.subList(1, parts.size())) {
      sql.update(
          INSERT
              + "select "
              + BLOCK
              + ", not_before, from_customer, to_customer, ?, ? from waiting_page where id = ?",
          part.size(),
          SqlArrays.uuids(part),
          page.id());
    }
    sql.update(
        "update waiting_page set many = ?, ids = ? where id = ?",
        parts.getFirst().size(),
        SqlArrays.uuids(parts.getFirst()),
        page.id());
  }

  /** New sends of a block, in customer order, that wait for the same moment. */
  void add(DispatchStep step, Instant notBefore, List<Waiting> sends) {
    for (var part : parts(sends, LARGEST)) {
      var customers = part.stream().mapToInt(Waiting::customer).summaryStatistics();
      sql.update(
          INSERT + "values (?, ?, ?, ?, false, ?, ?, ?, ?, ?)",
          step.scopeRunId(),
          step.step(),
          step.channel(),
          step.rehearsal(),
          Timestamp.from(notBefore),
          customers.getMin(),
          customers.getMax(),
          part.size(),
          SqlArrays.uuids(part.stream().map(Waiting::id).toList()));
    }
  }

  record Waiting(UUID id, int customer) {}

  private static <T> List<List<T>> parts(List<T> all, int most) {
    var parts = new ArrayList<List<T>>();
    for (int from = 0; from < all.size(); from += most) {
      parts.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return parts;
  }

  /** Sends that are on no page and PENDING, or PENDING again, wait. */
  void put(Collection<UUID> ids, Instant notBefore) {
    sql.update(
        INSERT
            + "select "
            + BLOCK
            + ", cast(? as timestamp with time zone), min(customer), max(customer), count(*),"
            + " array_agg(id order by customer) from dispatch where id = any(?) and state ="
            + " 'PENDING' group by "
            + BLOCK,
        Timestamp.from(notBefore),
        SqlArrays.uuids(ids));
  }

  private static Page page(ResultSet row, int i) throws SQLException {
    return new Page(row.getLong(1), SqlArrays.uuids(row.getArray(2)));
  }
}
