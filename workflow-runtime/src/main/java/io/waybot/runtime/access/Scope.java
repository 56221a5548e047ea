package io.waybot.runtime.access;

import io.waybot.db.bank.OrgUnit;

/**
 * The part of the organisation somebody may see.
 *
 * @param path of the top unit, {@code /00/11/}
 */
public record Scope(String path) {

  public static Scope below(OrgUnit unit) {
    return new Scope(unit.path());
  }

  public boolean covers(OrgUnit unit) {
    return unit.path().startsWith(path);
  }

  /** For {@code where org_unit.path like ?}. */
  public String like() {
    return path + "%";
  }
}
