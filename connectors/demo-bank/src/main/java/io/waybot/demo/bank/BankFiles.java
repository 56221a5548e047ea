package io.waybot.demo.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a bank's files row by row, so that a million customers need no more memory than their
 * deals.
 */
final class BankFiles {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
  private static final List<Mapping.Target> HISTORY =
      List.of(
          target("customer_no", Column.Type.TEXT),
          target("pushed_on", Column.Type.DATE),
          target("deposit_views_30d", Column.Type.INT),
          target("held_term_before", Column.Type.BOOL),
          target("demand_yuan", Column.Type.DECIMAL),
          target("aum_yuan", Column.Type.DECIMAL),
          target("age", Column.Type.INT),
          target("group_code", Column.Type.TEXT),
          target("app_status", Column.Type.TEXT),
          target("bought", Column.Type.INT));

  private final DemoBank bank;
  private final Path directory;

  BankFiles(DemoBank bank, Path directory) {
    this.bank = bank;
    this.directory = directory;
  }

  void writeAll() throws IOException {
    Files.createDirectories(directory);
    customers();
    history();
    var events = new EventRows();
    eventFile("events.csv", profiles().flatMap(events::dealt));
    eventFile("salaries.csv", profiles().flatMap(events::salary));
    eventFile("app_events.csv", profiles().flatMap(events::behaviour));
    mappings(bank.firstDate().minusDays(1));
  }

  /** One beside each file, so that every import knows types that the first rows do not show. */
  private void mappings(LocalDate dataDate) throws IOException {
    var json = JsonMapper.builder().build();
    var columns = Column.all().stream().map(c -> target(c.name(), c.type())).toList();
    Mapping.snapshot("customers", dataDate, columns).write(directory, json);
    Mapping.profile("history", dataDate, HISTORY).write(directory, json);
    eventMappings(dataDate, json);
  }

  private void eventMappings(LocalDate dataDate, JsonMapper json) throws IOException {
    for (var dataset : List.of("events", "salaries", "app_events")) {
      Mapping.events(dataset, dataDate).write(directory, json);
    }
  }

  private static Mapping.Target target(String column, Column.Type type) {
    return new Mapping.Target(column, column, type);
  }

  void writeDay(int day) throws IOException {
    Files.createDirectories(directory);
    var later = new LaterDay(bank, day);
    eventFile("events.csv", later.events());
    eventFile("salaries.csv", later.salaries());
    eventFile("app_events.csv", later.appEvents());
    eventMappings(bank.firstDate().plusDays(day - 1L), JsonMapper.builder().build());
  }

  private void customers() throws IOException {
    var columns = Column.all();
    try (var out = open("customers.csv", columns.stream().map(Column::name).toList())) {
      for (int n : (Iterable<Integer>) bank.population().numbers()::iterator) {
        var profile = bank.profile(n);
        for (var column : columns) {
          out.print(column.value().apply(profile));
        }
        out.println();
      }
    }
  }

  private void history() throws IOException {
    var outcome =
        ServiceLoader.load(PastCampaign.class, PastCampaign.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("nobody knows how the past campaign went"));
    var pushedOn = bank.firstDate().minusDays(30);
    try (var out = open("history.csv", HISTORY.stream().map(Mapping.Target::source).toList())) {
      for (var p : (Iterable<Profile>) profiles().filter(Profile::pushedBefore)::iterator) {
        var c = p.customer();
        out.printRecord(
            c.number(),
            pushedOn,
            c.depositViews30d(),
            c.heldTermBefore(),
            Column.money(c.demandYuan()),
            Column.money(c.assetsYuan()),
            c.age(),
            c.group(),
            c.app(),
            outcome.bought(c) ? 1 : 0);
      }
    }
  }

  private void eventFile(String name, Stream<EventRow> rows) throws IOException {
    try (var out = open(name, EventRow.HEADER)) {
      for (var row : (Iterable<EventRow>) rows::iterator) {
        row.print(out);
      }
    }
  }

  private Stream<Profile> profiles() {
    return bank.population().numbers().mapToObj(bank::profile);
  }

  private CSVPrinter open(String name, List<String> header) throws IOException {
    var printer = new CSVPrinter(Files.newBufferedWriter(directory.resolve(name)), FORMAT);
    printer.printRecord(header);
    return printer;
  }
}
