package io.waybot.runtime.demo;

import io.waybot.db.bank.Settings;
import io.waybot.db.journey.Journey;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.db.run.Run;
import io.waybot.db.run.RunKind;
import io.waybot.db.run.RunRepository;
import io.waybot.runtime.clock.DemoClock;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.run.RunService;
import io.waybot.runtime.run.StartRun;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Moves the demo bank in at the first start and runs its starter journey once; a later start shows
 * that run's result again. Every step is done once, whenever the machine was switched off.
 */
@Component
@ConditionalOnProperty(name = "waybot.demo.enabled", havingValue = "true")
class DemoSeeder implements ApplicationRunner {
  private static final Logger log = LoggerFactory.getLogger(DemoSeeder.class);
  private static final String DONE = "demo.done.";
  private static final String BY = "demo";

  /** The starter run waits seconds where a bank's run waits days. */
  private static final Map<String, String> SHORT_WAITS =
      Map.of("wait_first", "PT10S", "wait_second", "PT10S");

  private final DemoPassword password;
  private final DemoPeople people;
  private final DemoCatalogue catalogue;
  private final DemoWords words;
  private final DemoStrategies strategies;
  private final DemoData data;
  private final DemoFields fields;
  private final DemoModel model;
  private final DemoJourney journey;
  private final DemoStrategyJourney strategyJourney;
  private final JourneyRepository journeys;
  private final RunRepository runs;
  private final RunService service;
  private final Engine engine;
  private final Settings settings;
  private final StarterTable table;
  private final DemoClock clock;
  private final int port;

  DemoSeeder(
      DemoPassword password,
      DemoPeople people,
      DemoCatalogue catalogue,
      DemoWords words,
      DemoStrategies strategies,
      DemoData data,
      DemoFields fields,
      DemoModel model,
      DemoJourney journey,
      DemoStrategyJourney strategyJourney,
      JourneyRepository journeys,
      RunRepository runs,
      RunService service,
      Engine engine,
      Settings settings,
      StarterTable table,
      DemoClock clock,
      @Value("${server.port}") int port) {
    this.password = password;
    this.people = people;
    this.catalogue = catalogue;
    this.words = words;
    this.strategies = strategies;
    this.data = data;
    this.fields = fields;
    this.model = model;
    this.journey = journey;
    this.strategyJourney = strategyJourney;
    this.journeys = journeys;
    this.runs = runs;
    this.service = service;
    this.engine = engine;
    this.settings = settings;
    this.table = table;
    this.clock = clock;
    this.port = port;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    people.moveIn(password.get());
    Thread.ofPlatform().name("demo").daemon().start(this::moveIn);
  }

  private void moveIn() {
    try {
      once("catalogue", "产品、内容、渠道 / products, contents, channels", catalogue::moveIn);
      once("words", "事件与阶段 / events and stages", words::moveIn);
      once("data", "生成并导入客户 / generating and importing customers", this::importData);
      once("fields", "数据字段的名称 / names of data fields", fields::name);
      once("strategies", "策略表 / strategy table", strategies::moveIn);
      once("model", "训练存款模型 / training the deposit model", model::train);
      awaitEngine();
      once("journey", "旅程上线 / putting the journey live", this::putLive);
      once(
          "strategy-journey",
          "策略旅程草稿 / a draft that applies the strategies",
          () -> strategyJourney.draw(clock.d0()));
      table.show(starterRun(), data.customers());
      StarterTable.say(door());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.error("the demo bank did not move in; the next start goes on where it stopped", e);
      StarterTable.say("演示数据未完成,见日志 / The demo is not complete, see the log: " + e.getMessage());
    }
  }

  private String door() {
    return "打开 Open http://127.0.0.1:"
        + port
        + " · 账号 account planner · 密码 password: "
        + password.place();
  }

  private void importData() {
    data.arrive(clock.d0());
    words.addSegments();
  }

  private void putLive() {
    journey.putLive(clock.d0());
  }

  private UUID starterRun() {
    var id = journeys.findByJourneyKey(DemoJourney.KEY).map(Journey::id).orElseThrow();
    return runs.findByJourneyIdAndBusinessDateAndKindAndAttempt(id, clock.d0(), RunKind.DAILY, 1)
        .map(Run::id)
        .orElseGet(this::start);
  }

  private UUID start() {
    StarterTable.say("运行 " + clock.d0() + " 的批次 / running " + clock.d0());
    return service.start(
        new StartRun(DemoJourney.KEY, clock.d0(), RunKind.DAILY, SHORT_WAITS, "planner"));
  }

  private void awaitEngine() throws InterruptedException {
    while (!engine.status().isUp()) {
      Thread.sleep(250);
    }
  }

  private void once(String step, String what, Runnable work) {
    if (settings.find(DONE + step).isEmpty()) {
      StarterTable.say(what);
      work.run();
      settings.put(DONE + step, clock.instant().toString(), BY);
    }
  }
}
