package io.waybot.e2e.bench.allocate;

import io.waybot.bots.allocate.InstanceBuilder;
import io.waybot.bots.allocate.KeyHash;
import io.waybot.bots.allocate.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an instance from files, rows in any order, into the one order that everything is decided
 * in: units by their first customer's key, customers by key, candidates by treatment, limits by
 * name.
 */
final class InstanceReader {
  private final Path folder;
  private final TreeMap<String, JsonNode> limits = new TreeMap<>();
  private final Map<String, String> known = new HashMap<>();
  private final List<String> customers = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> households = new HashMap<>();
  private final List<List<Candidate>> candidates = new ArrayList<>();

  private record Candidate(String treatment, float value, String uses) {}

  InstanceReader(Path folder) {
    this.folder = folder;
  }

  NamedInstance read() throws IOException {
    for (var limit :
        JsonMapper.builder()
            .build()
            .readTree(Files.readString(folder.resolve(InstanceFiles.LIMITS)))) {
      limits.put(limit.path("limit").asString(), limit);
    }
    try (var rows = Files.lines(folder.resolve(InstanceFiles.INSTANCE))) {
      rows.skip(1).filter(row -> !row.isBlank()).forEach(this::take);
    }
    return build();
  }

  private void take(String row) {
    var cells = row.split(",", -1);
    if (cells.length != 5) {
      throw new IllegalArgumentException("not five cells: " + row);
    }
    int customer =
        numbers.computeIfAbsent(
            cells[1],
            key -> {
              customers.add(key);
              candidates.add(new ArrayList<>(4));
              return customers.size() - 1;
            });
    if (!cells[0].isEmpty()) {
      households.put(customer, once(cells[0]));
    }
    candidates
        .get(customer)
        .add(new Candidate(once(cells[2]), Float.parseFloat(cells[3]), once(cells[4])));
  }

  private String once(String text) {
    return known.computeIfAbsent(text, t -> t);
  }

  private NamedInstance build() {
    var byName = new ArrayList<>(limits.keySet());
    var treatments =
        candidates.stream()
            .flatMap(List::stream)
            .map(Candidate::treatment)
            .distinct()
            .sorted()
            .toList();
    var builder = new InstanceBuilder(allLimits());
    var order = order();
    var before = "";
    for (int customer : order) {
      var household = households.getOrDefault(customer, "");
      if (household.isEmpty() || !household.equals(before)) {
        builder.unit();
      }
      before = household;
      builder.customer(KeyHash.of(customers.get(customer)));
      candidates.get(customer).stream()
          .sorted(Comparator.comparing(Candidate::treatment).thenComparing(Candidate::uses))
          .forEach(candidate ->
              builder.option(candidate.value(), kind(candidate, builder, byName, treatments)));
    }
    return new NamedInstance(
        builder.build(),
        byName,
        c -> customers.get(order[c]),
        c -> households.getOrDefault(order[c], ""),
        treatments::get);
  }

  private int[] order() {
    var first = new HashMap<String, String>();
    households.forEach((customer, household) ->
        first.merge(household, customers.get(customer), (a, b) -> a.compareTo(b) < 0 ? a : b));
    Comparator<Integer> byUnit =
        Comparator.comparing(c -> {
          var household = households.get(c);
          return household == null ? customers.get(c) : first.get(household);
        });
    return numbers.values().stream()
        .sorted(byUnit.thenComparing(customers::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int kind(
      Candidate candidate, InstanceBuilder builder, List<String> byName, List<String> treatments) {
    var uses = new TreeMap<Integer, Double>();
    for (var use : candidate.uses().split(";")) {
      if (!use.isEmpty()) {
        int equals = use.lastIndexOf('=');
        int limit = Collections.binarySearch(byName, use.substring(0, equals));
        if (limit < 0) {
          throw new IllegalArgumentException("no such limit in " + use);
        }
        uses.put(limit, Double.parseDouble(use.substring(equals + 1)));
      }
    }
    return builder.kind(
        Collections.binarySearch(treatments, candidate.treatment()),
        uses.keySet().stream().mapToInt(i -> i).toArray(),
        uses.values().stream().mapToDouble(a -> a).toArray());
  }

  private Limits allLimits() {
    return new Limits(
        numbers("minimum", 0), numbers("maximum", Double.POSITIVE_INFINITY), numbers("penalty", 0));
  }

  private double[] numbers(String name, double otherwise) {
    return limits.values().stream()
        .mapToDouble(limit -> limit.path(name).isNumber() ? limit.path(name).asDouble() : otherwise)
        .toArray();
  }
}
