package io.waybot.db.dispatch;

import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.support.SqlValue;

/** Lists as one parameter: {@code = any(?)} instead of a question mark for each. */
final class SqlArrays {
  private SqlArrays() {}

  static Object uuids(Collection<UUID> ids) {
    return of("uuid", ids.toArray());
  }

  static Object ints(Collection<Integer> numbers) {
    return of("integer", numbers.toArray());
  }

  static Object texts(Collection<String> texts) {
    return of("varchar", texts.toArray());
  }

  private static Object of(String type, Object[] values) {
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
