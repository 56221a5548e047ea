package io.waybot.designer.frame;

import io.waybot.db.bank.Role;
import io.waybot.runtime.access.CurrentUser;

/** Who sees the kill switch: approvers, administrators and head-office managers. */
final class MayStop {
  private MayStop() {}

  static boolean is(CurrentUser user) {
    return user.find()
        .filter(person ->
            person.isAny(Role.APPROVER, Role.ADMIN)
                || person.is(Role.MANAGER) && person.unit().parentCode() == null)
        .isPresent();
  }
}
