package io.waybot.connectors.imports;

import io.waybot.db.customer.ColumnType;

/**
 * One column of a file and where it goes.
 *
 * @param source the heading in the file
 * @param target identifier in the dataset; an unsafe one is made safe, the heading stays as its
 *     label
 */
public record MappedColumn(String source, String target, ColumnType type) {

  /** The same with another type. */
  public MappedColumn as(ColumnType other) {
    return new MappedColumn(source, target, other);
  }
}
