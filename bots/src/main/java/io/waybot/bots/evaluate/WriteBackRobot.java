package io.waybot.bots.evaluate;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.connectors.imports.TableWriter;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.experiment.OutcomeTable;
import io.waybot.db.experiment.ResultFile;
import io.waybot.db.experiment.WriteBackTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * Writes what became of every customer of a run to a table and to files for the bank's own systems.
 * A rehearsal counts and writes nothing.
 */
@Component
class WriteBackRobot implements Robot<WriteBackRobot.Input, WriteBackRobot.Output> {
  private static final List<String> READERS = List.of("PLANNER", "ANALYST");
  private static final List<String> HEADING =
      List.of("customer_no", "arm", "channel", "product", "responded", "converted");
  private final AudienceStore audiences;
  private final CustomerStore customers;
  private final OutcomeTable outcomes;
  private final WriteBackTable table;
  private final Evaluation evaluation;
  private final Goals goals;
  private final RunFiles files;

  WriteBackRobot(
      AudienceStore audiences,
      CustomerStore customers,
      OutcomeTable outcomes,
      WriteBackTable table,
      Evaluation evaluation,
      Goals goals,
      RunFiles files) {
    this.audiences = audiences;
    this.customers = customers;
    this.outcomes = outcomes;
    this.table = table;
    this.evaluation = evaluation;
    this.goals = goals;
    this.files = files;
  }

  /**
   * @param where table, csv, xlsx: any of them
   * @param goal product codes with commas; empty: the journey's goal
   */
  @RobotInfo(job = "write-back", group = BlockGroup.EVALUATION, order = 20, icon = "save")
  record Input(
      AudienceRef treatment,
      AudienceRef control,
      @Field(
              required = true,
              byDefault = "table,csv",
              many = true,
              options = {"table", "csv", "xlsx"})
          String where,
      @Field(choices = "products", many = true) @Nullable String goal) {
    Input {
      where = where == null || where.isBlank() ? "table,csv" : where;
    }
  }

  record Output(int rows, int responded, int converted) {}

  @Override
  public String jobType() {
    return "write-back";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Class<Output> outputType() {
    return Output.class;
  }

  @Override
  public Outcome<Output> work(Input input, RobotContext context) {
    var fates = fates(input, context);
    if (!context.rehearsal()) {
      together(writings(input, fates, context));
    }
    return Outcome.done(fates.counts());
  }

  private List<Runnable> writings(Input input, Fates fates, RobotContext context) {
    var where = Arrays.stream(input.where().split(",")).map(String::strip).toList();
    var name = context.journeyKey() + "_" + context.businessDate();
    var writings = new ArrayList<Runnable>();
    if (where.contains("table")) {
      writings.add(() -> table.replace(context.runId(), fates::rows));
    }
    if (where.contains("csv")) {
      writings.add(() ->
          files.write(context, name + ".csv", ResultFile.CSV, READERS, path -> csv(path, fates)));
    }
    if (where.contains("xlsx")) {
      writings.add(() ->
          files.write(
              context, name + ".xlsx", ResultFile.XLSX, READERS, path -> xlsx(path, fates)));
    }
    return writings;
  }

  /**
   * While the database takes the table in, we write the files. All end, however one does, before
   * the first failure is thrown, with the others suppressed in it.
   */
  private static void together(List<Runnable> writings) {
    var failures =
        writings.parallelStream()
            .<RuntimeException>mapMulti((writing, failed) -> {
              try {
                writing.run();
              } catch (RuntimeException e) {
                failed.accept(e);
              }
            })
            .toList();
    if (!failures.isEmpty()) {
      var first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private Fates fates(Input input, RobotContext context) {
    var question =
        Question.ofSales(
            context.runId(),
            context.scopeRunId(),
            context.journeyId(),
            context.businessDate(),
            input.treatment().id(),
            input.control().id(),
            goals.products(input.goal(), context),
            goals.windowDays(null, context),
            0);
    return new Fates(
        audiences.load(input.treatment().id()),
        audiences.load(input.control().id()),
        Contacts.read(outcomes, context.scopeRunId()),
        RoaringBitmap.bitmapOf(
            outcomes.responders(context.scopeRunId()).stream().mapToInt(n -> n).toArray()),
        evaluation.sales(question));
  }

  /** What became of all customers of both arms. */
  private record Fates(
      RoaringBitmap treatment,
      RoaringBitmap control,
      Contacts contacts,
      RoaringBitmap responders,
      Sales sales) {

    Iterator<WriteBackTable.Row> rows() {
      return RoaringBitmap.or(treatment, control).stream().mapToObj(this::of).iterator();
    }

    WriteBackTable.Row of(int customer) {
      var first = contacts.first(customer);
      return new WriteBackTable.Row(
          customer,
          treatment.contains(customer) ? "treatment" : "control",
          first == null ? null : first.channel(),
          first == null ? null : first.product(),
          responders.contains(customer),
          sales.bought(customer));
    }

    Output counts() {
      var all = RoaringBitmap.or(treatment, control);
      return new Output(
          all.getCardinality(), RoaringBitmap.andCardinality(all, responders), sales.buyers(all));
    }
  }

  private long csv(Path path, Fates fates) throws IOException {
    try (var writer = TableWriter.csv(path, StandardCharsets.UTF_8, ',')) {
      return write(writer, fates);
    }
  }

  private long xlsx(Path path, Fates fates) throws IOException {
    try (var writer = TableWriter.xlsx(path, "write_back")) {
      return write(writer, fates);
    }
  }

  private long write(TableWriter writer, Fates fates) throws IOException {
    writer.row(HEADING);
    var everybody = RoaringBitmap.or(fates.treatment(), fates.control());
    try {
      customers.each(
          everybody, customer -> row(writer, customer.key(), fates.of(customer.number())));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return everybody.getCardinality();
  }

  private static void row(TableWriter writer, String key, WriteBackTable.Row row) {
    try {
      writer.row(
          Arrays.asList(
              key, row.arm(), row.channel(), row.product(), row.responded(), row.converted()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
