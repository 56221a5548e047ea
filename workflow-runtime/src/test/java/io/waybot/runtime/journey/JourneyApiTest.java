package io.waybot.runtime.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.waybot.db.testing.TestDatabase;
import io.waybot.runtime.access.SignedIn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class JourneyApiTest {
  private static final String JOURNEYS = "/api/v1/journeys";
  private final JourneysUnderTest app = new JourneysUnderTest(TestDatabase.H2);
  private MockMvc api;

  @BeforeEach
  void api() {
    api =
        MockMvcBuilders.standaloneSetup(
                app.bean(JourneyApi.class),
                app.bean(JourneyWayApi.class),
                app.bean(VersionApi.class))
            .setControllerAdvice(app.advice())
            .build();
  }

  @AfterEach
  void close() {
    SecurityContextHolder.clearContext();
    app.close();
  }

  @Test
  void goesFromAFileToADefinitionWithASecondPerson() throws Exception {
    var created = drawn(JourneysUnderTest.drawing());
    var set =
        as(
            JourneysUnderTest.planner(),
            put(JOURNEYS + "/test_journey/settings")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .content(JourneysUnderTest.ended().toJson()));
    var early = as(JourneysUnderTest.planner(), post(JOURNEYS + "/test_journey/deploy"));
    as(JourneysUnderTest.planner(), post(JOURNEYS + "/test_journey/submit"));
    var signed = as(JourneysUnderTest.approver(), post(JOURNEYS + "/test_journey/approve"));
    var live = as(JourneysUnderTest.planner(), post(JOURNEYS + "/test_journey/deploy"));

    assertThat(created.getStatus()).isEqualTo(201);
    assertThat(created.getHeader("Location")).startsWith(JOURNEYS + "/");
    assertThat(created.getHeader("ETag")).isEqualTo("\"1\"");
    assertThat(created.getContentAsString())
        .contains("\"version\":1", "\"revision\":1", "\"state\":\"DRAFT\"", "no-end");
    assertThat(set.getContentAsString()).contains("\"deployable\":true");
    assertThat(early.getStatus()).isEqualTo(409);
    assertThat(early.getContentAsString()).contains("approval_required");
    assertThat(signed.getContentAsString()).contains("\"state\":\"APPROVED\"");
    assertThat(live.getStatus()).isEqualTo(200);
    assertThat(live.getContentAsString())
        .contains("\"state\":\"DEPLOYED\"", "\"definitionKey\":\"4711\"");
  }

  @Test
  void tellsWhatDiffersBetweenVersionsAndBringsAnOldOneBack() throws Exception {
    drawn(JourneysUnderTest.drawing());
    var text = new String(JourneysUnderTest.drawing(), StandardCharsets.UTF_8);
    drawn(text.replace("P3D", "P5D").getBytes(StandardCharsets.UTF_8));
    var versions = JOURNEYS + "/test_journey/versions";

    var changes = as(JourneysUnderTest.approver(), get(versions + "/2/changes?from=1"));
    var refused = as(JourneysUnderTest.approver(), post(versions + "/1/restore"));
    var restored = as(JourneysUnderTest.planner(), post(versions + "/1/restore"));
    var list = as(JourneysUnderTest.planner(), get(versions));
    var unknown = as(JourneysUnderTest.planner(), get(versions + "/9/bpmn"));

    assertThat(changes.getContentAsString())
        .contains("\"elementId\":\"wait_first\"", "\"before\":\"P3D\"", "\"after\":\"P5D\"");
    assertThat(refused.getStatus()).isEqualTo(403);
    assertThat(restored.getStatus()).isEqualTo(201);
    assertThat(list.getContentAsString())
        .contains("\"version\":3", "\"restoredFrom\":1", "\"changes\":1");
    assertThat(unknown.getStatus()).isEqualTo(404);
  }

  @Test
  void keepsADraftWithFindingsAndNamesThem() throws Exception {
    var text = new String(JourneysUnderTest.drawing(), StandardCharsets.UTF_8);
    var created = drawn(text.replace("PAYROLL", "").getBytes(StandardCharsets.UTF_8));
    var deployed = as(JourneysUnderTest.planner(), post(JOURNEYS + "/test_journey/deploy"));

    assertThat(created.getStatus()).isEqualTo(201);
    assertThat(created.getContentAsString(StandardCharsets.UTF_8))
        .contains("\"deployable\":false", "\"elementId\":\"pull\"", "field-missing", "客群");
    assertThat(deployed.getStatus()).isEqualTo(422);
    assertThat(deployed.getContentAsString()).contains("\"code\":\"findings\"", "field-missing");
  }

  @Test
  void refusesWhatMayNotComeIn() throws Exception {
    var hostile = drawn("<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8));
    var large = drawn(new byte[XmlGate.MAX_BYTES + 1]);
    var json =
        as(
            JourneysUnderTest.planner(),
            post(JOURNEYS).contentType("application/json").content("{}"));

    assertThat(hostile.getStatus()).isEqualTo(422);
    assertThat(hostile.getContentAsString()).contains("xml-doctype");
    assertThat(large.getStatus()).isEqualTo(413);
    assertThat(json.getStatus()).isEqualTo(415);
    assertThat(json.getContentType()).startsWith("application/problem+json");
  }

  @Test
  void readsNoMoreOfALargeFileThanItTakesToRefuseIt() throws Exception {
    var file = new byte[50 * 1024 * 1024];
    var threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    drawn(new byte[XmlGate.MAX_BYTES + 1]);
    long before = threads.getCurrentThreadAllocatedBytes();

    var answer = drawn(file);

    assertThat(answer.getStatus()).isEqualTo(413);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .as("bytes allocated")
        .isLessThan(16L * 1024 * 1024);
  }

  @Test
  void answersConflictToAStaleRevisionAndNotFoundToStrangers() throws Exception {
    drawn(JourneysUnderTest.drawing());
    var stale =
        as(
            JourneysUnderTest.planner(),
            post(JOURNEYS)
                .contentType("application/xml")
                .header("If-Match", "\"7\"")
                .content(JourneysUnderTest.drawing()));
    var again = drawn(JourneysUnderTest.drawing());
    var south =
        JourneysUnderTest.person(
            "planner3", JourneysUnderTest.SOUTH, null, io.waybot.db.bank.Role.PLANNER);
    var stranger = as(south, get(JOURNEYS + "/test_journey"));

    assertThat(stale.getStatus()).isEqualTo(409);
    assertThat(again.getContentAsString()).contains("\"version\":2", "\"revision\":1");
    assertThat(stranger.getStatus()).isEqualTo(404);
  }

  private MockHttpServletResponse drawn(byte[] file) throws Exception {
    return as(
        JourneysUnderTest.planner(), post(JOURNEYS).contentType("application/xml").content(file));
  }

  private MockHttpServletResponse as(SignedIn person, MockHttpServletRequestBuilder request)
      throws Exception {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(person, null));
    return api.perform(request).andReturn().getResponse();
  }
}
