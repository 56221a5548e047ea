package io.waybot.runtime.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import io.waybot.db.bank.OrgUnit;
import io.waybot.db.bank.Person;
import io.waybot.db.bank.Role;
import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.access.SignedIn;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockPart;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class ImportApiTest {
  private static final String MAPPING =
      """
      {"dataset":"people","dataDate":"2026-11-19","mode":"UPSERT","key":"no","format":"CSV",
       "charset":"UTF-8","delimiter":";","columns":[{"source":"age","target":"age","type":"INT"}]}
      """;

  @TempDir Path home;
  private ImportHall hall;
  private MockMvc api;

  @BeforeEach
  void open() {
    hall = new ImportHall(TestDatabase.H2, home);
    api =
        MockMvcBuilders.standaloneSetup(new ImportApi(hall.service, new CurrentUser(), hall.json))
            .build();
  }

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void answersAcceptedWithTheAddressWhereTheResultWillBe() throws Exception {
    signIn(Role.ANALYST);

    var accepted = upload("no;age\nA;30\nB;x\n", MAPPING);
    var queued = json(accepted);
    hall.worker.next();
    var done = json(send(get(String.valueOf(accepted.getHeader("Location")))));

    assertThat(accepted.getStatus()).isEqualTo(202);
    assertThat(queued.path("state").asString()).isEqualTo("QUEUED");
    assertThat(done.path("state").asString()).isEqualTo("DONE");
    assertThat(done.path("rows").asInt()).isEqualTo(2);
    assertThat(done.path("inserted").asInt()).isEqualTo(1);
    assertThat(done.path("rejected").asInt()).isEqualTo(1);
    assertThat(done.path("reason").isNull()).isTrue();
    var errors = send(get(done.path("errorsUrl").asString()));
    assertThat(errors.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
        .contains("B;x;")
        .contains("is not a number");
  }

  @Test
  void saysInTheCallersLanguageWhyAFileWasRefused() throws Exception {
    signIn(Role.ADMIN);
    var accepted = upload("number;age\nA;30\n", MAPPING);
    hall.worker.next();

    var address = String.valueOf(accepted.getHeader("Location"));
    var chinese = json(send(get(address)));
    var english = json(send(get(address).header("Accept-Language", "en")));

    assertThat(chinese.path("state").asString()).isEqualTo("REFUSED");
    assertThat(chinese.path("reason").path("code").asString()).isEqualTo("missing_key");
    assertThat(chinese.path("reason").path("message").asString()).contains("主键");
    assertThat(english.path("reason").path("message").asString()).contains("no key column");
  }

  @Test
  void refusesAMappingThatCannotWorkAtOnce() {
    signIn(Role.ANALYST);

    for (var mapping : new String[] {"{", "{}", MAPPING.replace("people", "select")}) {
      assertProblem(() -> upload("no;age\n", mapping), "bad_mapping");
    }
  }

  @Test
  void isForAnalystsAndAdministrators() {
    signIn(Role.STAFF);
    assertProblem(() -> upload("no;age\n", MAPPING), "not_your_role");
    assertProblem(() -> send(get("/api/v1/imports")), "not_your_role");

    signIn(Role.PLANNER);
    assertProblem(() -> upload("no;age\n", MAPPING), "not_your_role");
  }

  @Test
  void knowsNothingOfAnUnknownImport() {
    signIn(Role.ADMIN);

    assertProblem(
        () -> send(get("/api/v1/imports/00000000-0000-0000-0000-000000000001")), "not_found");
  }

  private interface Call {
    Object call() throws Exception;
  }

  private static void assertProblem(Call call, String code) {
    assertThatThrownBy(call::call)
        .rootCause()
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private MockHttpServletResponse upload(String file, String mapping) throws Exception {
    return send(
        multipart("/api/v1/imports")
            .part(new MockPart("file", "people.csv", ImportHall.bytes(file)))
            .part(new MockPart("mapping", ImportHall.bytes(mapping))));
  }

  private MockHttpServletResponse send(org.springframework.test.web.servlet.RequestBuilder request)
      throws Exception {
    return api.perform(request).andReturn().getResponse();
  }

  private JsonNode json(MockHttpServletResponse response) throws Exception {
    return hall.json.readTree(response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static void signIn(Role role) {
    var person =
        new Person(
            "somebody",
            "某人",
            "Somebody",
            "00",
            "{noop}x",
            Person.Kind.PERSON,
            "zh",
            null,
            0,
            false,
            true,
            Set.of(role));
    var signedIn = new SignedIn(person, OrgUnit.headOffice("00", "总行", "Head office"));
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(signedIn, "x"));
  }
}
