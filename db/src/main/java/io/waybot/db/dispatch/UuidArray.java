package io.waybot.db.dispatch;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.core.Oid;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * Ids as a parameter of PostgreSQL's type {@code uuid[]}: as bytes on a connection that sends this
 * type so, else as text, from which the server reads each id digit by digit.
 */
final class UuidArray extends PGobject implements PGBinaryObject {
  private static final int DIMENSIONS = 1;
  private static final int NO_NULLS = 0;
  private static final int FIRST_INDEX = 1;
  private static final int HEADER = 5 * Integer.BYTES;

  private final transient Collection<UUID> ids;

  UuidArray(Collection<UUID> ids) {
    this.type = "uuid[]";
    this.ids = ids;
  }

  @Override
  public String getValue() {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public int lengthInBytes() {
    return HEADER + ids.size() * (Integer.BYTES + 2 * Long.BYTES);
  }

  @Override
  public void toBytes(byte[] bytes, int offset) {
    var array = ByteBuffer.wrap(bytes, offset, lengthInBytes());
    array.putInt(DIMENSIONS).putInt(NO_NULLS).putInt(Oid.UUID);
    array.putInt(ids.size()).putInt(FIRST_INDEX);
    for (var id : ids) {
      array.putInt(2 * Long.BYTES);
      array.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
  }

  @Override
  public void setByteValue(byte[] bytes, int offset) {
    throw new UnsupportedOperationException("a parameter only");
  }
}
