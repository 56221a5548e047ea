package io.waybot.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.db.run.RunKind;
import io.waybot.runtime.access.ApiProblem;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RunParametersTest {
  private static final String DRAWING =
      """
      <bpmn:timeDuration>=wait_first</bpmn:timeDuration>
      <bpmn:conditionExpression>=get value(parameters, "活动期") = "双十一"</bpmn:conditionExpression>
      <zeebe:input source="=get value(parameters, &#34;region&#34;)" target="region" />
      """;

  private final RunnableVersion version =
      new RunnableVersion(
          UUID.randomUUID(),
          UUID.randomUUID(),
          "deposit",
          true,
          DRAWING,
          Map.of("wait_first", "P3D"),
          false);

  @Test
  void knowsWhatTheDrawingAsksForInThePlannersOwnWords() {
    assertThat(version.askedParameters()).containsExactly("region", "活动期");
    assertThat(version.openParameters()).containsExactly("wait_first");
  }

  @Test
  void passesOnWhatWasGivenAndLeavesOutTheRest() {
    assertThat(of(Map.of("活动期", "双十一")))
        .containsOnly(Map.entry("活动期", "双十一"), Map.entry("wait_first", "P3D"));
    assertThat(of(Map.of())).containsOnlyKeys("wait_first");
  }

  @Test
  void refusesWhatTheDrawingDoesNotAskForAndAWaitThatIsNoDuration() {
    assertThatThrownBy(() -> of(Map.of("活动", "双十一")))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo("unknown_parameter"));
    assertThatThrownBy(() -> of(Map.of("wait_first", "soon")))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo("invalid_parameter"));
  }

  private Map<String, String> of(Map<String, String> given) {
    return RunParameters.of(version, RunKind.DAILY, given, UnaryOperator.identity());
  }
}
