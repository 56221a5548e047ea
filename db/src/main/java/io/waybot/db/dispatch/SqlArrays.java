package io.waybot.db.dispatch;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlValue;

/** Lists as one parameter: {@code = any(?)} instead of a question mark for each. */
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
    return of("uuid", ids.toArray());
  }

  static Object ints(Collection<Integer> numbers) {
    return of("integer", numbers.toArray());
  }

  static Object texts(Collection<String> texts) {
    return of("varchar", texts.toArray());
  }

  static Object uuidsOrNull(Collection<? extends @Nullable UUID> ids) {
    return of("uuid", ids.toArray());
  }

  static Object intsOrNull(Collection<? extends @Nullable Integer> numbers) {
    return of("integer", numbers.toArray());
  }

  /** Texts, some of which may be null. */
  static Object textsOrNull(Collection<? extends @Nullable String> texts) {
    return of("varchar", texts.toArray());
  }

  static Object numbers(Collection<BigDecimal> numbers) {
    return of("numeric", numbers.toArray());
  }

  static Object instants(Collection<Instant> instants) {
    return of(
        "timestamp with time zone",
        instants.stream().map(at -> at.atOffset(ZoneOffset.UTC)).toArray());
  }

  private static Object of(String type, @Nullable Object[] values) {
    return new SqlValue() {
      @Override
      public void setValue(java.sql.PreparedStatement statement, int index)
          throws java.sql.SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
      }

      @Override
      public void cleanup() {}
    };
  }
}
