package io.waybot.demo.world;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the world knows, kept in the journal and, for quick answers, in memory. */
final class Memory implements Closeable {
  private final Journal journal;
  private final List<Entry.Message> messages = new ArrayList<>();
  private final Map<String, Entry.Message> byKey = new HashMap<>();
  private final Map<String, Integer> reported = new HashMap<>();
  private final Map<String, Entry.Lead> leads = new LinkedHashMap<>();
  private final Set<String> openLeads = new HashSet<>();
  private final List<Entry.Week> weeks = new ArrayList<>();
  private final Set<String> reportedWeeks = new HashSet<>();
  private final Set<Integer> buyers = new HashSet<>();

  private Memory(Path directory, JsonMapper json) throws IOException {
    journal = Journal.open(directory, json, this::learn);
  }

  static Memory open(Path directory, JsonMapper json) throws IOException {
    return new Memory(directory, json);
  }

  /** Writes first, then knows: what is answered from memory is always on file. */
  synchronized void remember(Entry entry) {
    journal.append(entry);
    learn(entry);
  }

  /**
   * @return the message that already came with this key, in which case the new one is forgotten
   */
  synchronized Entry.@Nullable Message rememberOnce(Entry.Message message) {
    var before = byKey.get(message.channel() + '/' + message.key());
    if (before == null) {
      remember(message);
    }
    return before;
  }

  private void learn(Entry entry) {
    switch (entry) {
      case Entry.Message m -> {
        messages.add(m);
        byKey.put(m.channel() + '/' + m.key(), m);
      }
      case Entry.Reported r -> reported.put(r.stream(), r.count());
      case Entry.Lead l -> {
        if (leads.put(l.id(), l) == null) {
          openLeads.add(l.id());
        }
      }
      case Entry.LeadWorked w -> openLeads.remove(w.id());
      case Entry.Week w -> {
        weeks.add(w);
        w.purchases().forEach(p -> buyers.add(p.customer()));
      }
      case Entry.WeekReported w -> reportedWeeks.add(nameOf(w.journey(), w.date(), w.week()));
    }
  }

  private static String nameOf(String journey, String date, int week) {
    return journey + '/' + date + '/' + week;
  }

  synchronized Optional<Entry.Message> find(String channel, String key) {
    return Optional.ofNullable(byKey.get(channel + '/' + key));
  }

  synchronized int messageCount() {
    return messages.size();
  }

  /** Messages from the first-th on, oldest first, at most so many. */
  synchronized List<Entry.Message> messages(int first, int most) {
    return List.copyOf(messages.subList(first, Math.min(messages.size(), first + most)));
  }

  synchronized int reported(String stream) {
    return reported.getOrDefault(stream, 0);
  }

  synchronized boolean knowsLead(String id) {
    return leads.containsKey(id);
  }

  synchronized List<Entry.Lead> leadsOf(String run) {
    return leads.values().stream().filter(l -> l.run().equals(run)).toList();
  }

  synchronized List<Entry.Lead> openLeads() {
    return leads.values().stream().filter(l -> openLeads.contains(l.id())).toList();
  }

  synchronized List<Entry.Week> weeks() {
    return List.copyOf(weeks);
  }

  synchronized List<Entry.Week> unreportedWeeks() {
    return weeks.stream()
        .filter(w -> !reportedWeeks.contains(nameOf(w.journey(), w.date(), w.week())))
        .toList();
  }

  synchronized Set<Integer> buyers() {
    return Set.copyOf(buyers);
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
