package io.waybot.db.customer;

import io.waybot.db.postgres.BinaryNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.roaringbitmap.RoaringBitmap;
import org.roaringbitmap.RoaringBitmapWriter;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who the customers are: between the bank's keys and our numbers, one by one and in bulk. */
@Component
public class CustomerStore {
  private static final int KEYS_AT_ONCE = 5_000;
  private static final String SELECT =
      "select number, customer_key, org_code, home_staff, household, active from customer";

  private final JdbcClient sql;
  private final JdbcTemplate batch;

  CustomerStore(JdbcClient sql, JdbcTemplate batch) {
    this.sql = sql;
    this.batch = batch;
  }

  public Optional<Customer> find(String key) {
    return sql.sql(SELECT + " where customer_key = ?")
        .param(key)
        .query(CustomerStore::customer)
        .optional();
  }

  public Optional<Customer> find(int number) {
    return sql.sql(SELECT + " where number = ?")
        .param(number)
        .query(CustomerStore::customer)
        .optional();
  }

  /** The highest number given so far, 0 before the first customer. */
  public int highestNumber() {
    return sql.sql("select coalesce(max(number), 0) from customer").query(Integer.class).single();
  }

  /** All active customers. */
  public RoaringBitmap active() {
    return numbers("select number from customer where active");
  }

  /** Active customers of a unit and of everything below it; empty if there is no such unit. */
  public RoaringBitmap ofOrg(String orgCode) {
    return numbers(
        "select c.number from customer c join org_unit u on u.code = c.org_code where c.active and"
            + " u.path like (select top.path || '%' from org_unit top where top.code = ?)",
        orgCode);
  }

  /** Numbers by key, for keys that are known; unknown keys are absent. */
  public Map<String, Integer> numbersOf(Collection<String> keys) {
    var found = new HashMap<String, Integer>(keys.size() * 2);
    var all = new ArrayList<>(keys);
    for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
      var part =
          all.subList(from, Math.min(from + KEYS_AT_ONCE, all.size())).toArray(String[]::new);
      batch.query(
          connection -> {
            var statement =
                connection.prepareStatement(
                    "select c.customer_key, c.number from unnest(?) as wanted(k)"
                        + " join customer c on c.customer_key = wanted.k");
            statement.setArray(1, connection.createArrayOf("varchar", part));
            return statement;
          },
          row -> {
            found.put(row.getString(1), row.getInt(2));
          });
    }
    return found;
  }

  /** The bank's keys of these customers, by number. */
  public Map<Integer, String> keysOf(RoaringBitmap customers) {
    var keys = new HashMap<Integer, String>(customers.getCardinality() * 2);
    each(customers, customer -> keys.put(customer.number(), customer.key()));
    return keys;
  }

  /**
   * Calls the handler for each of these customers in number order, active or not, one after the
   * other, not always in the caller's thread.
   */
  public void each(RoaringBitmap customers, Consumer<Customer> handler) {
    new NumberScan(batch, SELECT, "").each(customers, row -> handler.accept(scanned(row)));
  }

  /** A page of these customers in number order, for grids. */
  public List<Customer> page(RoaringBitmap customers, int offset, int limit) {
    if (offset >= customers.getCardinality() || limit <= 0) {
      return List.of();
    }
    int last = Math.min(offset + limit, customers.getCardinality());
    var part =
        RoaringBitmap.bitmapOfRange(customers.select(offset), customers.select(last - 1) + 1L);
    part.and(customers);
    var page = new ArrayList<Customer>(last - offset);
    each(part, page::add);
    return page;
  }

  /** Everybody of these customers' households, themselves included; nobody without a household. */
  public RoaringBitmap householdsOf(RoaringBitmap customers) {
    var wanted = new HashSet<String>();
    eachMember((number, household) -> {
      if (customers.contains(number)) {
        wanted.add(household);
      }
    });
    var members = new RoaringBitmap();
    eachMember((number, household) -> {
      if (wanted.contains(household)) {
        members.add(number);
      }
    });
    return members;
  }

  private void eachMember(BiConsumer<Integer, String> handler) {
    batch.query(
        "select number, household from customer where household is not null",
        row -> {
          handler.accept(row.getInt(1), row.getString(2));
        });
  }

  private RoaringBitmap numbers(String query, Object... parameters) {
    var writer = RoaringBitmapWriter.writer().get();
    batch.query(
        connection -> BinaryNumbers.prepare(connection, query),
        new ArgumentPreparedStatementSetter(parameters),
        rows -> {
          while (rows.next()) {
            writer.add(rows.getInt(1));
          }
          return true;
        });
    return writer.get();
  }

  private static Customer scanned(ColumnRow row) {
    return new Customer(
        row.customer(),
        Objects.requireNonNull(row.text(0)),
        Objects.requireNonNull(row.text(1)),
        row.text(2),
        row.text(3),
        row.flag(4));
  }

  private static Customer customer(ResultSet row, int i) throws SQLException {
    return new Customer(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getBoolean(6));
  }
}
