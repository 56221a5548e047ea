package io.waybot.demo.world;

import io.waybot.demo.bank.Catalogue;
import io.waybot.demo.bank.DemoTables;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * The relationship managers: they read their lists and work them, but those of 1101, which are the
 * visitor's.
 */
final class Colleagues {
  private static final String VISITORS_BRANCH = "1101";

  private final Memory memory;
  private final Waybot waybot;
  private final Reactions reactions;
  private final List<String> accounts =
      DemoTables.people().stream()
          .filter(p -> p.rm() != null)
          .map(Catalogue.Person::account)
          .toList();

  private boolean readBefore;
  private long lastRead;

  Colleagues(Memory memory, Waybot waybot, Reactions reactions) {
    this.memory = memory;
    this.waybot = waybot;
    this.reactions = reactions;
  }

  /** Everybody looks at their list, unless they just did; what is new is remembered. */
  void readLists(Duration unlessWithin) throws IOException {
    if (readBefore && System.nanoTime() - lastRead < unlessWithin.toNanos()) {
      return;
    }
    readBefore = true;
    lastRead = System.nanoTime();
    for (var account : accounts) {
      for (var item : waybot.openLeads(account)) {
        var lead = lead(item, account);
        if (!memory.knowsLead(lead.id())) {
          memory.remember(lead);
        }
      }
    }
  }

  void work() throws IOException {
    for (var lead : memory.openLeads()) {
      if (!lead.org().equals(VISITORS_BRANCH)) {
        waybot.outcome(lead, reactions.outcomeOf(lead));
        memory.remember(new Entry.LeadWorked(lead.id()));
      }
    }
  }

  private static Entry.Lead lead(JsonNode item, String account) {
    return new Entry.Lead(
        text(item, "id"),
        Integer.parseInt(text(item, "customer")),
        text(item, "org"),
        account,
        text(item, "runId"),
        item.path("product").asString(""));
  }

  private static String text(JsonNode item, String field) {
    return Objects.requireNonNull(item.path(field).asString(null), field);
  }
}
