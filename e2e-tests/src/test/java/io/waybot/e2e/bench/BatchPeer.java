package io.waybot.e2e.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.infrastructure.item.support.SynchronizedItemStreamReader;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Pull, score and write treatments of the same customers as a Spring Batch job in the way of its
 * guide: a JDBC cursor, chunks of 1,000, scored as a whole, written by batched inserts that the
 * driver rewrites to rows of one statement.
 */
final class BatchPeer {
  private static final int CHUNK = 1_000;
  private static final List<String> OFFERS = List.of("B01", "B02", "B03", "B04", "B05");
  private static final String FEATURES =
      IntStream.rangeClosed(1, BenchCustomers.FEATURES)
          .mapToObj("p.f%02d"::formatted)
          .collect(Collectors.joining(", "));

  private final DataSource dataSource;
  private final byte[] model = BenchModel.trained();

  BatchPeer(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** On the database that a run was measured on; its driver rewrites batches. */
  static HikariDataSource pool(String url) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(url + "&reWriteBatchedInserts=true");
    pool.setUsername("postgres");
    pool.setMaximumPoolSize(4);
    return pool;
  }

  private record Customer(int number, boolean chosen, double[] features) {}

  private record Treatment(int customer, String product, String channel, double score) {}

  /** Seconds with so many threads; the treatments are in a table of their own afterwards. */
  double seconds(int threads) throws Exception {
    var sql = new JdbcTemplate(dataSource);
    sql.execute("drop table if exists peer_treatment");
    sql.execute(
        "create table peer_treatment (customer int primary key, product_code varchar(16) not null,"
            + " channel varchar(16) not null, score double precision not null)");
    long began = System.nanoTime();
    var launcher = new TaskExecutorJobLauncher();
    var jobs = new ResourcelessJobRepository();
    launcher.setJobRepository(jobs);
    launcher.afterPropertiesSet();
    var ended = launcher.run(job(jobs, threads), new JobParameters());
    if (ended.getStatus() != BatchStatus.COMPLETED) {
      throw new IllegalStateException("the peer's job ended as " + ended);
    }
    double seconds = Math.round((System.nanoTime() - began) / 1e6) / 1e3;
    var written = sql.queryForObject("select count(*) from peer_treatment", Long.class);
    if (!java.util.Objects.equals(
        written, sql.queryForObject("select count(*) from decision", Long.class))) {
      throw new IllegalStateException("the peer wrote " + written + " treatments");
    }
    return seconds;
  }

  private Job job(ResourcelessJobRepository jobs, int threads) {
    return new JobBuilder("treat", jobs).start(step(jobs, threads)).build();
  }

  @SuppressWarnings("removal") // the multi-threaded step of the guide
  private Step step(ResourcelessJobRepository jobs, int threads) {
    var step =
        new StepBuilder("treat", jobs)
            .<Customer, Customer>chunk(CHUNK, new JdbcTransactionManager(dataSource))
            .reader(reader())
            .writer(scoring(writer()));
    if (threads > 1) {
      var executor = new SimpleAsyncTaskExecutor("peer-");
      executor.setConcurrencyLimit(threads);
      step.taskExecutor(executor);
    }
    return step.build();
  }

  private SynchronizedItemStreamReader<Customer> reader() {
    var cursor =
        new JdbcCursorItemReaderBuilder<Customer>()
            .name("customers")
            .dataSource(dataSource)
            .fetchSize(CHUNK)
            .saveState(false)
            .verifyCursorPosition(false)
            .sql(
                "select p.number, d.customer is not null, "
                    + FEATURES
                    + " from data_customers p join write_back_row w on w.customer = p.number and"
                    + " w.arm = 'treatment' left join decision d on d.customer = p.number")
            .rowMapper((row, i) -> customer(row))
            .build();
    return new SynchronizedItemStreamReader<>(cursor);
  }

  private static Customer customer(ResultSet row) throws SQLException {
    var features = new double[BenchCustomers.FEATURES];
    for (int i = 0; i < features.length; i++) {
      features[i] = row.getDouble(i + 3);
    }
    return new Customer(row.getInt(1), row.getBoolean(2), features);
  }

  private JdbcBatchItemWriter<Treatment> writer() {
    var writer =
        new JdbcBatchItemWriterBuilder<Treatment>()
            .dataSource(dataSource)
            .sql(
                "insert into peer_treatment (customer, product_code, channel, score) values"
                    + " (?,?,?,?)")
            .itemPreparedStatementSetter((t, row) -> {
              row.setInt(1, t.customer());
              row.setString(2, t.product());
              row.setString(3, t.channel());
              row.setDouble(4, t.score());
            })
            .assertUpdates(false)
            .build();
    writer.afterPropertiesSet();
    return writer;
  }

  private ItemWriter<Customer> scoring(JdbcBatchItemWriter<Treatment> treatments) {
    var scorer = new BenchModel.Scorer(model);
    return chunk -> {
      var matrix = new double[chunk.size() * BenchCustomers.FEATURES];
      int row = 0;
      for (var customer : chunk) {
        System.arraycopy(
            customer.features(),
            0,
            matrix,
            row++ * BenchCustomers.FEATURES,
            BenchCustomers.FEATURES);
      }
      var scores = scorer.score(matrix, chunk.size());
      var chosen = new ArrayList<Treatment>(chunk.size());
      row = 0;
      for (var customer : chunk) {
        double score = scores[row++];
        if (customer.chosen()) {
          chosen.add(best(customer.number(), score));
        }
      }
      treatments.write(new Chunk<>(chosen));
    };
  }

  /** The best of twenty candidates by value; no capacities. */
  private static Treatment best(int customer, double score) {
    var factors = new double[] {1.1, 1.0, 0.9, 0.8};
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < 20; i++) {
      double value = score * (factors[i / 5] - 0.7) * (200 + 60 * (i % 5));
      if (value > most) {
        most = value;
        best = i;
      }
    }
    return new Treatment(
        customer, OFFERS.get(best % 5), BenchGateways.CHANNELS.get(best / 5), score);
  }
}
