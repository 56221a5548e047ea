package io.waybot.runtime.run;

import java.util.UUID;

/** A run and the run whose ledger it shares: its date's DAILY run for a rerun, else itself. */
record RunScope(UUID id, UUID scopeRunId) {
  boolean isScope() {
    return id.equals(scopeRunId);
  }
}
