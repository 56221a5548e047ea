package io.waybot.runtime.access;

import io.waybot.db.bank.AuditEntry;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The audit log as administrators read it. */
@Service
public class AuditTrail {
  private final AuditLog log;
  private final CurrentUser user;

  AuditTrail(AuditLog log, CurrentUser user) {
    this.log = log;
    this.user = user;
  }

  /** Newest first. */
  public List<AuditEntry> page(int limit, int offset) {
    user.with(Role.ADMIN);
    return log.newest(limit, offset);
  }

  public long count() {
    user.with(Role.ADMIN);
    return log.count();
  }

  /** The first entry whose hash does not fit, or empty when nobody changed anything. */
  public Optional<Long> firstBroken() {
    user.with(Role.ADMIN);
    return log.firstBroken();
  }
}
