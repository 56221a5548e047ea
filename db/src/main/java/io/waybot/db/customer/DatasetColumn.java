package io.waybot.db.customer;

import org.jspecify.annotations.Nullable;

/**
 * A column of a dataset.
 *
 * @param name safe identifier, see {@link SafeNames}
 * @param label what it is called, at first the heading in the file as it came
 * @param labelZh the name for people who read Chinese, null: {@code label}
 * @param position place in the dataset, from 1
 * @param owner who answers for it
 * @param tier sensitivity, 1 to 3; tier 3 may select customers but never be quoted to them
 */
public record DatasetColumn(
    String name,
    String label,
    @Nullable String labelZh,
    ColumnType type,
    int position,
    int tier,
    @Nullable String owner) {

  /** The same column under names for people. */
  public DatasetColumn named(String zh, String en) {
    return new DatasetColumn(name, en, zh, type, position, tier, owner);
  }

  /** A column of usual sensitivity. */
  public static DatasetColumn of(String name, String label, ColumnType type, int position) {
    return new DatasetColumn(name, label, null, type, position, 2, null);
  }
}
