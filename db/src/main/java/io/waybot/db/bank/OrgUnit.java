package io.waybot.db.bank;

import org.jspecify.annotations.Nullable;

/**
 * Head office, a branch or a sub-branch.
 *
 * @param parentCode null for the head office
 * @param path codes from the head office down, {@code /00/11/1101/}: a subtree is a prefix
 */
public record OrgUnit(
    String code,
    @Nullable String parentCode,
    Level level,
    String nameZh,
    String nameEn,
    String path) {

  public enum Level {
    HEAD_OFFICE,
    BRANCH,
    SUB_BRANCH
  }

  public static OrgUnit headOffice(String code, String nameZh, String nameEn) {
    return new OrgUnit(code, null, Level.HEAD_OFFICE, nameZh, nameEn, "/" + code + "/");
  }

  /** A unit one level below this one. */
  public OrgUnit child(String childCode, String childNameZh, String childNameEn) {
    var childLevel = level == Level.HEAD_OFFICE ? Level.BRANCH : Level.SUB_BRANCH;
    return new OrgUnit(
        childCode, code, childLevel, childNameZh, childNameEn, path + childCode + "/");
  }

  /** Whether {@code other} is this unit or below it. */
  public boolean covers(OrgUnit other) {
    return other.path.startsWith(path);
  }
}
