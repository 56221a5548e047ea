package io.waybot.e2e.chaos;

import io.waybot.bots.Robot;
import io.waybot.runtime.language.Phrases;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sending part of the application in a process of its own, made to be killed: the product's
 * dispatch robot, dispatcher, gateways, ledgers and its API for receipts and opt-outs. Engine,
 * screens and the other robots are left out, so that it is up again within seconds. Says {@value
 * #SETTLED} on standard output when nothing is on its way any more.
 */
public final class ChaosNode {
  static final String SETTLED = "settled";
  private static final Logger LOG = LoggerFactory.getLogger(ChaosNode.class);
  private static final Duration LOOK = Duration.ofMillis(300);

  @EnableAutoConfiguration(
      excludeName = {
        "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
        "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
        "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration",
        "com.vaadin.flow.spring.SpringBootAutoConfiguration",
        "com.vaadin.flow.spring.SpringSecurityAutoConfiguration"
      })
  @ComponentScan(
      basePackages = {
        "io.waybot.db.audience",
        "io.waybot.db.bank",
        "io.waybot.db.calendar",
        "io.waybot.db.content",
        "io.waybot.db.customer",
        "io.waybot.db.dispatch",
        "io.waybot.db.postgres",
        "io.waybot.db.run",
        "io.waybot.connectors.channel",
        "io.waybot.bots.dispatch",
        "io.waybot.runtime.access",
        "io.waybot.runtime.dispatch"
      },
      excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|Desk)\\$.*"))
  @Import({Phrases.class, ChaosBank.class})
  static class Parts {
    @Bean
    Clock clock() {
      return Clock.system(ZoneId.of("Asia/Shanghai"));
    }
  }

  private ChaosNode() {}

  public static void main(String[] arguments) throws InterruptedException {
    var app = new SpringApplicationBuilder(Parts.class).run(arguments);
    var bank = app.getBean(ChaosBank.class);
    boolean parked = false;
    while (true) {
      try {
        if (!parked) {
          bank.moveIn();
          park(robots(app), bank, app.getBean(JsonMapper.class));
          parked = true;
        }
        if (bank.settled()) {
          System.out.println(SETTLED);
        }
      } catch (RuntimeException e) { // as the robots' host does with whatever a robot throws
        LOG.warn("again in a moment", e);
      }
      Thread.sleep(LOOK);
    }
  }

  private static List<Robot<?, ?>> robots(ConfigurableApplicationContext app) {
    var robots = new ArrayList<Robot<?, ?>>();
    for (Robot<?, ?> robot : app.getBeansOfType(Robot.class).values()) {
      robots.add(robot);
    }
    return robots;
  }

  /** What the host does with a job that is handed out again after a kill. */
  private static void park(List<Robot<?, ?>> robots, ChaosBank bank, JsonMapper json) {
    for (var robot : robots) {
      if (robot.jobType().equals("dispatch")) {
        work(robot, bank, json);
      }
    }
  }

  private static <I extends Record> void work(Robot<I, ?> robot, ChaosBank bank, JsonMapper json) {
    robot.work(json.readValue(bank.input(), robot.inputType()), bank.step());
  }
}
