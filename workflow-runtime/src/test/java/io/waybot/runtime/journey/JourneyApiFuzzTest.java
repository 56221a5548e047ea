package io.waybot.runtime.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.waybot.db.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The starter journey, cut, bent and stirred: every answer is one that the API promises. */
class JourneyApiFuzzTest {
  private static final int COPIES = 300;
  private static final long SEED = 20261120;

  private final JourneysUnderTest app = new JourneysUnderTest(TestDatabase.H2);
  private MockMvc api;

  @BeforeEach
  void api() {
    api =
        MockMvcBuilders.standaloneSetup(app.bean(JourneyApi.class))
            .setControllerAdvice(app.advice())
            .build();
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(JourneysUnderTest.planner(), null));
  }

  @AfterEach
  void close() {
    SecurityContextHolder.clearContext();
    app.close();
  }

  @Test
  void neverFails() throws Exception {
    var starter = starter();
    var random = new Random(SEED);
    var answers = new TreeMap<Integer, Integer>();

    for (int copy = 0; copy < COPIES; copy++) {
      var file = bent(starter, random);
      var answer =
          api.perform(
                  post("/api/v1/journeys")
                      .contentType("application/xml")
                      .header("Accept-Language", copy % 2 == 0 ? "zh" : "en")
                      .content(file))
              .andReturn()
              .getResponse();
      answers.merge(answer.getStatus(), 1, Integer::sum);
      assertThat(answer.getStatus())
          .as("copy %d: %s", copy, answer.getContentAsString(StandardCharsets.UTF_8))
          .isIn(201, 422);
      if (answer.getStatus() == 422) {
        assertThat(answer.getContentAsString()).contains("\"findings\":[{", "\"message\":\"");
      }
    }

    assertThat(answers.keySet()).as("both answers happen: %s", answers).contains(201, 422);
  }

  private static byte[] bent(byte[] file, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(file, random.nextInt(file.length));
      case 1 -> without(file, random, 1 + random.nextInt(40));
      case 2 -> without(file, random, 1 + random.nextInt(file.length / 2));
      case 3 -> bytes(file, random, 1 + random.nextInt(5));
      case 4 -> lineTwice(file, random);
      case 5 -> lineGone(file, random);
      case 6 -> value(file, random, "");
      default -> value(file, random, STRANGE[random.nextInt(STRANGE.length)]);
    };
  }

  private static final String[] STRANGE = {
    "end",
    "deposit_daily",
    "=",
    "=1 +",
    "=for i in 1..2 return",
    "-1",
    "P3D",
    "\u0001",
    "&#0;",
    "é—",
    "zeebe:",
    "{0}",
    "'",
    "%s",
    "x".repeat(5_000)
  };

  private static byte[] without(byte[] file, Random random, int length) {
    int from = random.nextInt(file.length - length);
    var rest = Arrays.copyOf(file, file.length - length);
    System.arraycopy(file, from + length, rest, from, file.length - length - from);
    return rest;
  }

  private static byte[] bytes(byte[] file, Random random, int changes) {
    var copy = file.clone();
    for (int i = 0; i < changes; i++) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }

  private static byte[] lineTwice(byte[] file, Random random) {
    var lines = new java.util.ArrayList<>(text(file).lines().toList());
    lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lineGone(byte[] file, Random random) {
    var lines = new java.util.ArrayList<>(text(file).lines().toList());
    lines.remove(random.nextInt(lines.size()));
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** Another value for one of the file's attributes. */
  private static byte[] value(byte[] file, Random random, String other) {
    var parts = text(file).split("=\"", -1);
    int which = 1 + random.nextInt(parts.length - 1);
    parts[which] = other + parts[which].substring(parts[which].indexOf('"'));
    return String.join("=\"", parts).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }

  private static byte[] starter() throws IOException {
    try (var in = JourneyApiFuzzTest.class.getResourceAsStream("/journeys/deposit-daily.bpmn")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
