package io.waybot.runtime.journey;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.waybot.bots.dispatch.ContentRenderer;
import io.waybot.bots.template.LiveChoices;
import io.waybot.connectors.segment.SegmentSource;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.calendar.BusinessCalendar;
import io.waybot.db.content.Contents;
import io.waybot.db.customer.CustomerStore;
import io.waybot.db.journey.Journey;
import io.waybot.db.segment.Segment;
import io.waybot.db.segment.SegmentRule;
import io.waybot.db.segment.SegmentStore;
import io.waybot.db.strategy.StrategyTables;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.engine.Engine;
import io.waybot.runtime.journey.lint.BpmnText;
import io.waybot.runtime.journey.lint.JourneyLinter;
import io.waybot.runtime.journey.lint.KnownRobots;
import io.waybot.runtime.journey.lint.RobotShape;
import io.waybot.runtime.language.Phrases;
import io.waybot.runtime.wording.Basis;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The real services on a real database; only the engine is played by a mock. */
final class JourneysUnderTest implements AutoCloseable {
  static final UUID ENGINE = UUID.fromString("00000000-0000-0000-0000-00000000e001");
  static final OrgUnit HEAD = OrgUnit.headOffice("00", "总行", "Head office");
  static final OrgUnit EAST = HEAD.child("11", "东湖分行", "East Lake");
  static final OrgUnit SOUTH = HEAD.child("13", "南浦分行", "South Quay");

  private final ConfigurableApplicationContext context;

  JourneysUnderTest(TestDatabase database) {
    context =
        new SpringApplicationBuilder(App.class)
            .web(WebApplicationType.NONE)
            .run(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--logging.file.name=target/journeys-under-test.log");
    List.of(HEAD, EAST, SOUTH).forEach(bean(OrgUnits.class)::save);
    bean(SegmentStore.class)
        .add(
            Segment.byRule(
                "PAYROLL",
                "代发",
                "Payroll",
                HEAD.code(),
                new SegmentRule.All(List.of()),
                "planner",
                bean(Clock.class).instant()));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Object[] advice() {
    return context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
  }

  static SignedIn planner() {
    return person("planner", HEAD, null, Role.PLANNER);
  }

  static SignedIn approver() {
    return person("approver", HEAD, "BUSINESS", Role.APPROVER);
  }

  static SignedIn compliance() {
    return person("approver2", HEAD, "COMPLIANCE", Role.APPROVER);
  }

  static SignedIn headOfRetail() {
    return person("approver3", HEAD, "HEAD_OF_RETAIL", Role.APPROVER);
  }

  static SignedIn person(String login, OrgUnit unit, @Nullable String duty, Role... roles) {
    return new SignedIn(
        new Person(
            login,
            login,
            login,
            unit.code(),
            "{noop}x",
            Person.Kind.PERSON,
            "zh",
            duty,
            0,
            true,
            true,
            Set.of(roles)),
        unit);
  }

  static byte[] drawing() {
    return BpmnText.started()
        .robot("pull", "pull-audience", Map.of("segment", "PAYROLL"))
        .wait("wait_first", "=wait_first")
        .end()
        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** What must be set before such a drawing may go live. */
  static io.waybot.db.journey.JourneySettings ended() {
    return io.waybot.db.journey.JourneySettings.fromJson("{\"until\":\"2027-05-31\"}");
  }

  /** Takes the drawing in and sets when it ends. */
  Saved saved(SignedIn by) {
    var journeys = bean(JourneyService.class);
    var first = journeys.takeIn(drawing(), null, by, java.util.Locale.ENGLISH);
    var draft = journeys.open(first.journeyId(), by).version();
    return journeys.save(
        first.journeyId(), draft.revision(), draft.bpmn(), ended(), by, java.util.Locale.ENGLISH);
  }

  @Override
  public void close() {
    context.close();
  }

  @Configuration
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TransactionManagerCustomizationAutoConfiguration.class,
    JacksonAutoConfiguration.class
  })
  @EntityScan(basePackageClasses = Journey.class)
  @EnableJpaRepositories(basePackageClasses = Journey.class)
  @ComponentScan(
      basePackageClasses = {
        AuditLog.class,
        Journey.class,
        BusinessCalendar.class,
        Contents.class,
        SegmentSource.class,
        SegmentStore.class,
        CustomerStore.class,
        AudienceStore.class,
        StrategyTables.class
      })
  @ComponentScan(
      basePackageClasses = {JourneyService.class, JourneyLinter.class, Basis.class},
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*(RobotShapes|Test.*|LintDesk.*)"))
  @ComponentScan(
      basePackageClasses = CurrentUser.class,
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*(ApiSecurity|PeopleDetails|Test).*"))
  @Import({Phrases.class, ContentRenderer.class, LiveChoices.class})
  static class App {
    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    Engine engine() {
      var engine = mock(Engine.class);
      when(engine.id()).thenReturn(ENGINE);
      when(engine.deploy(any(), any())).thenReturn(new Engine.Deployed("test_journey", 1, 4711));
      return engine;
    }

    @Bean
    KnownRobots robots() {
      var pull =
          new RobotShape(
              "pull-audience",
              List.of(new RobotShape.Input("segment", "客群", "Segment", true, false, "")),
              Set.of("audience"));
      return job -> Optional.of(pull).filter(robot -> robot.job().equals(job));
    }
  }
}
