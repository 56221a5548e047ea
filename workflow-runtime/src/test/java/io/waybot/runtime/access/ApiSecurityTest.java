package io.waybot.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.waybot.db.bank.AuditLog;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.OrgUnits;
import io.waybot.db.bank.People;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.language.Phrases;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.json.JsonMapper;

class ApiSecurityTest {
  private final AnnotationConfigWebApplicationContext context =
      new AnnotationConfigWebApplicationContext();

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void asksForALoginInTheCallersLanguage() throws Exception {
    var api = apiBoundTo("127.0.0.1");

    var chinese = api.perform(get("/api/v1/me")).andReturn().getResponse();
    var english =
        api.perform(get("/api/v1/me").header("Accept-Language", "en")).andReturn().getResponse();

    assertThat(chinese.getStatus()).isEqualTo(401);
    assertThat(chinese.getContentType()).startsWith("application/problem+json");
    assertThat(chinese.getContentAsString()).contains("\"code\":\"not_signed_in\"", "请先登录");
    assertThat(english.getContentAsString()).contains("Please sign in");
  }

  @Test
  void letsAPersonInWithTheRightPasswordOnly() throws Exception {
    var api = apiBoundTo("127.0.0.1");

    var right = api.perform(get("/api/v1/me").with(httpBasic("planner", "secret"))).andReturn();
    var again = api.perform(get("/api/v1/me").with(httpBasic("planner", "secret"))).andReturn();
    var wrong = api.perform(get("/api/v1/me").with(httpBasic("planner", "Secret"))).andReturn();

    assertThat(right.getResponse().getContentAsString()).contains("planner");
    assertThat(again.getResponse().getStatus()).isEqualTo(200);
    assertThat(wrong.getResponse().getStatus()).isEqualTo(401);
    assertThat(right.getRequest().getSession(false)).isNull();
  }

  @Test
  void refusesDemoAccountsOnAServerThatOthersCanReach() throws Exception {
    var api = apiBoundTo("0.0.0.0");

    var answer = api.perform(get("/api/v1/me").with(httpBasic("planner", "secret"))).andReturn();

    assertThat(answer.getResponse().getStatus()).isEqualTo(401);
  }

  @Test
  void saysWhatIsWrongWithoutAStackTrace() throws Exception {
    var api = apiBoundTo("127.0.0.1");
    var who = httpBasic("planner", "secret");

    var role = api.perform(get("/api/v1/operations").with(who)).andReturn().getResponse();
    var broken = api.perform(get("/api/v1/broken").with(who)).andReturn().getResponse();
    var unknown = api.perform(get("/api/v1/unknown").with(who)).andReturn().getResponse();
    var body =
        api.perform(post("/api/v1/body").with(who).contentType("application/json").content("{"))
            .andReturn()
            .getResponse();

    assertThat(role.getStatus()).isEqualTo(403);
    assertThat(role.getContentAsString()).contains("not_your_role");
    assertThat(broken.getStatus()).isEqualTo(500);
    assertThat(broken.getContentAsString()).contains("internal").doesNotContain("leak");
    assertThat(unknown.getStatus()).isEqualTo(404);
    assertThat(unknown.getContentAsString()).contains("not_found");
    assertThat(body.getStatus()).isEqualTo(400);
    assertThat(body.getContentAsString()).contains("bad_request");
  }

  private MockMvc apiBoundTo(String address) {
    context.setServletContext(new MockServletContext());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("server.address", address)));
    context.register(App.class);
    context.refresh();
    var head = OrgUnit.headOffice("00", "总行", "Head office");
    context.getBean(OrgUnits.class).save(head);
    var hash = context.getBean(PasswordEncoder.class).encode("secret");
    context
        .getBean(People.class)
        .save(
            new Person(
                "planner",
                "周敏",
                "Zhou Min",
                "00",
                hash,
                Person.Kind.PERSON,
                "zh",
                null,
                0,
                true,
                true,
                Set.of(Role.PLANNER)));
    return MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  @Configuration
  @EnableWebMvc
  @EnableWebSecurity
  @ComponentScan(basePackageClasses = ApiSecurity.class)
  @Import({Phrases.class, Probe.class})
  @ComponentScan(basePackageClasses = AuditLog.class)
  static class App {
    @Bean
    DataSource dataSource() {
      return TestDatabase.H2.migrated();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
      return JdbcClient.create(dataSource);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
      return new JdbcTemplate(dataSource);
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    JsonMapper jsonMapper() {
      return JsonMapper.builder().build();
    }
  }

  @RestController
  static class Probe {
    private final CurrentUser user;

    Probe(CurrentUser user) {
      this.user = user;
    }

    @GetMapping("/api/v1/me")
    Map<String, String> me() {
      return Map.of("login", user.get().login());
    }

    @GetMapping("/api/v1/operations")
    String operations() {
      return user.with(Role.ADMIN).login();
    }

    @GetMapping("/api/v1/broken")
    String broken() {
      throw new IllegalStateException("leak");
    }

    @PostMapping("/api/v1/body")
    Map<String, String> body(@RequestBody Map<String, String> body) {
      return body;
    }
  }
}
