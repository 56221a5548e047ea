package io.waybot.e2e.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.waybot.connectors.imports.FileFormat;
import io.waybot.connectors.imports.ImportKey;
import io.waybot.connectors.imports.ImportMapping;
import io.waybot.db.imports.ImportJob;
import io.waybot.runtime.imports.ImportService;
import io.waybot.runtime.language.Phrases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports a file of so many customers through the product's own service into a database file of its
 * own; the last line printed is one JSON object. {@code --rows N} (default 1,000,000), {@code
 * --format csv|xlsx} (default csv), {@code --db h2|postgres} (default h2).
 */
final class ImportBench {
  private static final String URL =
      "jdbc:h2:file:%s/db/waybot;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";

  private static final Set<String> PREPARING = Set.of("generate", "start");

  private ImportBench() {}

  @EnableTransactionManagement(proxyTargetClass = true)
  static class Transactions {}

  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(option(args, "--rows", "1000000"));
    var format = FileFormat.valueOf(option(args, "--format", "csv").toUpperCase(Locale.ROOT));
    boolean postgres = option(args, "--db", "h2").startsWith("postgres");
    var home = Files.createTempDirectory("waybot-bench");
    try {
      String line;
      if (postgres) {
        try (var server = EmbeddedPostgres.start()) {
          line = bench(home, rows, format, server.getJdbcUrl("postgres", "postgres"), "postgres");
        }
      } else {
        line = bench(home, rows, format, URL.formatted(home), "sa");
      }
      System.out.println(line);
    } finally {
      delete(home);
    }
  }

  private static String bench(Path home, int rows, FileFormat format, String url, String user)
      throws Exception {
    var phases = new LinkedHashMap<String, Double>();
    var file = home.resolve("customers" + format.suffix());
    var watch = new Watch();
    BenchFile.write(file, rows, format);
    phases.put("generate", watch.lap());
    try (var data = new HikariDataSource();
        var beans = new AnnotationConfigApplicationContext()) {
      data.setJdbcUrl(url);
      data.setUsername(user);
      data.setPassword("");
      Flyway.configure()
          .dataSource(data)
          .locations(
              "classpath:db/migration",
              "classpath:db/vendor/" + (url.startsWith("jdbc:h2:") ? "h2" : "postgresql"))
          .load()
          .migrate();
      start(beans, data, home);
      phases.put("start", watch.lap());
      var heap = new PeakHeap();
      doImport(beans, file, rows, format, watch, phases);
      long peak = heap.stop();
      double seconds =
          rounded(
              phases.entrySet().stream()
                  .filter(phase -> !PREPARING.contains(phase.getKey()))
                  .mapToDouble(Map.Entry::getValue)
                  .sum());
      var line = new LinkedHashMap<String, Object>();
      line.put("rows", rows);
      line.put("seconds", seconds);
      line.put("phases", phases);
      line.put("rows_per_s", Math.round(rows / seconds));
      line.put("peak_heap_mb", peak >> 20);
      return beans.getBean(JsonMapper.class).writeValueAsString(line);
    }
  }

  private static void doImport(
      AnnotationConfigApplicationContext beans,
      Path file,
      int rows,
      FileFormat format,
      Watch watch,
      Map<String, Double> phases)
      throws Exception {
    var imports = beans.getBean(ImportService.class);
    UUID id;
    try (var upload = Files.newInputStream(file)) {
      id = imports.submit(upload, file.getFileName().toString(), mapping(format), "bench").id();
    }
    phases.put("upload", watch.lap());
    var job = follow(imports, id, rows, watch, phases);
    if (job.state() != ImportJob.State.DONE || job.counts().inserted() != rows) {
      throw new IllegalStateException("the import did not do its work: " + job);
    }
    var sql = beans.getBean(JdbcClient.class);
    while (stages(sql) > 0) {
      Thread.sleep(50);
    }
    phases.put("clean", watch.lap());
  }

  private static int stages(JdbcClient sql) {
    return sql.sql(
            "select count(*) from information_schema.tables where lower(table_name) like 'stage_%'")
        .query(Integer.class)
        .single();
  }

  /** Only what an import needs: no engine, no screens. */
  private static void start(AnnotationConfigApplicationContext beans, DataSource data, Path home) {
    beans
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("bench", Map.of("waybot.home", home.toString())));
    beans.registerBean(DataSource.class, () -> data);
    beans.registerBean(JdbcClient.class, () -> JdbcClient.create(data));
    beans.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(data));
    beans.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(data));
    beans.registerBean(Clock.class, () -> Clock.system(ZoneId.of("Asia/Shanghai")));
    beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    beans.register(Transactions.class, Phrases.class);
    var scanner = new ClassPathBeanDefinitionScanner(beans);
    scanner.addExcludeFilter(new AnnotationTypeFilter(RestController.class));
    scanner.addExcludeFilter(
        (type, types) -> type.getClassMetadata().getClassName().endsWith(".DataGateRound"));
    scanner.scan(
        "io.waybot.db.bank",
        "io.waybot.db.customer",
        "io.waybot.db.imports",
        "io.waybot.runtime.imports");
    beans.refresh();
  }

  private static ImportMapping mapping(FileFormat format) {
    return new ImportMapping(
        "customers",
        LocalDate.of(2026, 11, 19),
        ImportMapping.Mode.UPSERT,
        ImportKey.column("customer_no"),
        format,
        null,
        null,
        null,
        null,
        null);
  }

  private static ImportJob follow(
      ImportService imports, UUID id, int rows, Watch watch, Map<String, Double> phases)
      throws InterruptedException {
    while (true) {
      var job = imports.find(id).orElseThrow();
      if (job.counts().rows() == rows && !phases.containsKey("read")) {
        phases.put("read", watch.lap());
      }
      switch (job.state()) {
        case QUEUED, RUNNING -> Thread.sleep(50);
        default -> {
          phases.put("apply", watch.lap());
          return job;
        }
      }
    }
  }

  private static String option(String[] args, String name, String otherwise) {
    int at = Arrays.asList(args).indexOf(name);
    return at >= 0 && at + 1 < args.length ? args[at + 1] : otherwise;
  }

  private static double rounded(double seconds) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.2f", seconds));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static final class Watch {
    private long last = System.nanoTime();

    double lap() {
      long now = System.nanoTime();
      double seconds = rounded((now - last) / 1e9);
      last = now;
      return seconds;
    }
  }

  /** The most heap that was in use, sampled twenty times a second. */
  private static final class PeakHeap {
    private final AtomicLong peak = new AtomicLong();
    private final Thread sampler = Thread.ofVirtual().start(this::sample);

    private void sample() {
      var memory = ManagementFactory.getMemoryMXBean();
      while (!Thread.currentThread().isInterrupted()) {
        peak.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
        try {
          Thread.sleep(50);
        } catch (InterruptedException e) {
          return;
        }
      }
    }

    long stop() {
      sampler.interrupt();
      return peak.get();
    }
  }
}
