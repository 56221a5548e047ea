package io.waybot.e2e.bench.allocate;

import io.waybot.bots.allocate.Allocation;
import io.waybot.bots.allocate.Instance;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an instance and its solution for an outside checker; docs/allocate-files.md has the
 * columns.
 */
final class InstanceFiles {
  static final String INSTANCE = "instance.csv";
  static final String LIMITS = "limits.json";
  static final String SOLUTION = "solution.csv";

  private final Path folder;

  InstanceFiles(Path folder) {
    this.folder = folder;
  }

  void write(NamedInstance named) throws IOException {
    Files.createDirectories(folder);
    writeLimits(named);
    var instance = named.instance();
    try (var out = Files.newBufferedWriter(folder.resolve(INSTANCE))) {
      out.write("household,customer,treatment,value,uses\n");
      for (int c = 0; c < instance.customers(); c++) {
        var start = named.household().apply(c) + "," + named.customer().apply(c) + ",";
        for (int o = instance.firstOption(c); o < instance.firstOption(c + 1); o++) {
          out.write(start);
          out.write(named.treatment().apply(instance.treatment(o)));
          out.write("," + (float) instance.value(o) + ",");
          writeUses(named, o, out);
        }
      }
    }
  }

  void writeSolution(NamedInstance named, Allocation answer) throws IOException {
    try (var out = Files.newBufferedWriter(folder.resolve(SOLUTION))) {
      out.write("customer,treatment,value\n");
      for (var choice : choices(named, answer)) {
        out.write(choice.customer() + "," + choice.treatment() + "," + choice.value() + "\n");
      }
    }
  }

  /** Who gets what, by customer. */
  static List<Choice> choices(NamedInstance named, Allocation answer) {
    var instance = named.instance();
    var choices = new ArrayList<Choice>();
    for (int unit = 0; unit < instance.units(); unit++) {
      int option = answer.chosen()[unit];
      if (option >= 0) {
        choices.add(
            new Choice(
                named.customer().apply(owner(instance, unit, option)),
                named.treatment().apply(instance.treatment(option)),
                (float) instance.value(option)));
      }
    }
    choices.sort((a, b) -> a.customer().compareTo(b.customer()));
    return choices;
  }

  record Choice(String customer, String treatment, float value) {}

  private static int owner(Instance instance, int unit, int option) {
    int customer = instance.firstCustomer(unit);
    while (instance.firstOption(customer + 1) <= option) {
      customer++;
    }
    return customer;
  }

  private static void writeUses(NamedInstance named, int option, BufferedWriter out)
      throws IOException {
    var separator = new String[] {""};
    var uses = new StringBuilder();
    named
        .instance()
        .eachUse(
            option,
            (limit, units) -> {
              uses.append(separator[0]).append(named.limits().get(limit)).append('=');
              uses.append(units);
              separator[0] = ";";
            });
    out.write(uses.append('\n').toString());
  }

  private void writeLimits(NamedInstance named) throws IOException {
    var all = new ArrayList<Map<String, Object>>();
    var limits = named.instance().limits();
    for (int r = 0; r < limits.size(); r++) {
      var one = new LinkedHashMap<String, Object>();
      one.put("limit", named.limits().get(r));
      one.put("minimum", limits.minimum()[r]);
      one.put("maximum", limits.maximum()[r]);
      one.put("penalty", limits.penalty()[r]);
      all.add(one);
    }
    Files.writeString(folder.resolve(LIMITS), JsonMapper.builder().build().writeValueAsString(all));
  }
}
