package io.waybot.db.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGStatement;

/**
 * Queries that answer many numbers or times. Left to itself PostgreSQL's driver asks for them as
 * text until a statement has run five times on its connection, and parses each.
 */
public final class BinaryNumbers {
  private static final int FROM_THE_FIRST_TIME = -1;

  private BinaryNumbers() {}

  /** The statement, whose numbers and times come as they are; on other databases as prepared. */
  public static PreparedStatement prepare(Connection connection, String query) throws SQLException {
    var statement = connection.prepareStatement(query);
    if (statement.isWrapperFor(PGStatement.class)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(FROM_THE_FIRST_TIME);
    }
    return statement;
  }
}
