package io.waybot.db.dispatch;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlValue;

/**
 * Lists as one parameter: {@code = any(?)} instead of a question mark for each. The arrays have
 * their elements' type: PostgreSQL's driver sends numbers and texts of such as bytes, and ids as
 * {@link UuidArray} writes them.
 */
final class SqlArrays {
  private SqlArrays() {}

  /** Whether joins with arrays are quick. */
  static boolean postgres(JdbcTemplate sql) {
    return Boolean.TRUE.equals(
        sql.execute(
            (ConnectionCallback<Boolean>)
                connection -> connection.isWrapperFor(PGConnection.class)));
  }

  static Object uuids(Collection<UUID> ids) {
    return new SqlValue() {
      @Override
      public void setValue(PreparedStatement statement, int index) throws SQLException {
        var connection = statement.getConnection();
        if (connection.isWrapperFor(PGConnection.class)) {
          statement.setObject(index, new UuidArray(ids));
        } else {
          statement.setArray(index, connection.createArrayOf("uuid", ids.toArray()));
        }
      }

      @Override
      public void cleanup() {}
    };
  }

  static Object ints(Collection<Integer> numbers) {
    return of("integer", numbers.toArray(Integer[]::new));
  }

  static Object longs(Collection<Long> numbers) {
    return of("bigint", numbers.toArray(Long[]::new));
  }

  /** What a column of ids holds. */
  static List<UUID> uuids(Array ids) throws SQLException {
    return Arrays.stream((Object[]) ids.getArray()).map(UUID.class::cast).toList();
  }

  static Object texts(Collection<String> texts) {
    return of("varchar", texts.toArray(String[]::new));
  }

  /** Texts, some of which may be null. */
  static Object textsOrNull(Collection<? extends @Nullable String> texts) {
    return of("varchar", texts.toArray(String[]::new));
  }

  static Object numbers(Collection<BigDecimal> numbers) {
    return of("numeric", numbers.toArray());
  }

  private static Object of(String type, @Nullable Object[] values) {
    return new SqlValue() {
      @Override
      public void setValue(PreparedStatement statement, int index) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
      }

      @Override
      public void cleanup() {}
    };
  }
}
