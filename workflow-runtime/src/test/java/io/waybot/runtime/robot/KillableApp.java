package io.waybot.runtime.robot;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.db.audience.AudienceRef;
import io.waybot.db.run.ARun;
import io.waybot.db.run.RobotStep;
import io.waybot.db.run.RobotSteps;
import io.waybot.db.run.RunKind;
import io.waybot.db.run.RunRepository;
import io.waybot.db.run.RunState;
import io.waybot.runtime.engine.EngineTestApp;
import io.waybot.runtime.run.RunService;
import io.waybot.runtime.run.StartRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An application in a process of its own that a test kills: it starts one run unless there is one,
 * tells by files in its home how far it is, and waits at two places for a file {@code go-…} before
 * it works on.
 */
public class KillableApp {
  private KillableApp() {}

  public static void main(String[] arguments) throws Exception {
    var app = new SpringApplicationBuilder(EngineTestApp.Parts.class, Robots3.class).run(arguments);
    var sql = app.getBean(JdbcClient.class);
    sql.sql(
            "create table if not exists effect (step_id uuid primary key, element_id varchar(40)"
                + " not null)")
        .update();
    var runs = app.getBean(RunRepository.class);
    var home = Path.of(app.getEnvironment().getRequiredProperty("waybot.home"));
    if (runs.findByStateIn(EnumSet.allOf(RunState.class)).isEmpty()) {
      try (var bpmn = KillableApp.class.getResourceAsStream("/journeys/valid/three_robots.bpmn")) {
        ARun.aJourney(sql, "three_robots", new String(bpmn.readAllBytes(), StandardCharsets.UTF_8));
      }
      app.getBean(RunService.class)
          .start(
              new StartRun(
                  "three_robots", ARun.DATE, RunKind.DAILY, Map.of("wait_wait", "PT1S"), "test"));
    }
    while (runs.findByStateIn(EnumSet.of(RunState.FINISHED)).isEmpty()) {
      completeParked(app.getBean(RobotSteps.class), sql, home);
      Thread.sleep(Duration.ofMillis(100));
    }
    Files.writeString(home.resolve("finished"), "");
  }

  /** The part of a dispatcher: completes the parked step when told to. */
  private static void completeParked(RobotSteps steps, JdbcClient sql, Path home)
      throws IOException {
    for (var id :
        sql.sql("select id from robot_step where state = 'PARKED'").query(UUID.class).list()) {
      Files.writeString(home.resolve("parked"), "");
      if (Files.exists(home.resolve("go-send"))
          && steps.get(id).state() == RobotStep.State.PARKED) {
        steps.complete(id, "{\"sent\":12}");
      }
    }
  }

  static class Robots3 {
    @Bean
    Robot<TestRobots.PullInput, TestRobots.PullOutput> pull(
        JdbcClient sql, @Value("${waybot.home}") Path home) {
      return new Counting<>(
          "test-pull", TestRobots.PullInput.class, TestRobots.PullOutput.class, sql) {
        @Override
        public Outcome<TestRobots.PullOutput> work(
            TestRobots.PullInput input, RobotContext context) {
          effect(context);
          waitFor(
              home, "pulling",
              "go-pull"); // the effect is there, the step is not done: the moment to be killed
          return Outcome.done(
              new TestRobots.PullOutput(new AudienceRef(context.stepId(), input.customers())));
        }
      };
    }

    @Bean
    Robot<TestRobots.SendInput, TestRobots.SendOutput> send(JdbcClient sql) {
      return new Counting<>(
          "test-send", TestRobots.SendInput.class, TestRobots.SendOutput.class, sql) {
        @Override
        public Outcome<TestRobots.SendOutput> work(
            TestRobots.SendInput input, RobotContext context) {
          effect(context);
          return Outcome.parked();
        }
      };
    }

    @Bean
    Robot<TestRobots.ReportInput, TestRobots.ReportOutput> report(JdbcClient sql) {
      return new Counting<>(
          "test-report", TestRobots.ReportInput.class, TestRobots.ReportOutput.class, sql) {
        @Override
        public Outcome<TestRobots.ReportOutput> work(
            TestRobots.ReportInput input, RobotContext context) {
          effect(context);
          return Outcome.done(new TestRobots.ReportOutput(1));
        }
      };
    }
  }

  private abstract static class Counting<I extends Record, O extends Record>
      implements Robot<I, O> {
    private final String jobType;
    private final Class<I> inputType;
    private final Class<O> outputType;
    private final JdbcClient sql;

    Counting(String jobType, Class<I> inputType, Class<O> outputType, JdbcClient sql) {
      this.jobType = jobType;
      this.inputType = inputType;
      this.outputType = outputType;
      this.sql = sql;
    }

    /** As robots do: under the step's id, so that doing it twice equals doing it once. */
    void effect(RobotContext context) {
      sql.sql("insert into effect (step_id, element_id) values (?, ?) on conflict do nothing")
          .params(context.stepId(), context.elementId())
          .update();
    }

    static void waitFor(Path home, String says, String waits) {
      try {
        Files.writeString(home.resolve(says), "");
        while (Files.notExists(home.resolve(waits))) {
          Thread.sleep(Duration.ofMillis(50));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String jobType() {
      return jobType;
    }

    @Override
    public Class<I> inputType() {
      return inputType;
    }

    @Override
    public Class<O> outputType() {
      return outputType;
    }
  }
}
