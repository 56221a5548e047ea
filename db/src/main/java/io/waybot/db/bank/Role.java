package io.waybot.db.bank;

/**
 * What a person may do; one person may hold several. WORLD is the demo's simulated outside world.
 */
public enum Role {
  PLANNER,
  APPROVER,
  STAFF,
  MANAGER,
  ANALYST,
  ADMIN,
  WORLD
}
