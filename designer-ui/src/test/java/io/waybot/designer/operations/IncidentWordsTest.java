package io.waybot.designer.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybot.designer.shell.Texts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentWordsTest {
  private static final Set<String> UNHEARD_OF = Set.of("UNKNOWN", "AN_ERROR_OF_TOMORROW");
  private final Texts texts = new Texts();

  /** The error types of Zeebe 8.5, and the one of later clusters that a journey can meet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNKNOWN",
        "IO_MAPPING_ERROR",
        "JOB_NO_RETRIES",
        "CONDITION_ERROR",
        "EXTRACT_VALUE_ERROR",
        "CALLED_ELEMENT_ERROR",
        "UNHANDLED_ERROR_EVENT",
        "MESSAGE_SIZE_EXCEEDED",
        "CALLED_DECISION_ERROR",
        "DECISION_EVALUATION_ERROR",
        "FORM_NOT_FOUND",
        "EXECUTION_LISTENER_NO_RETRIES",
        "RESOURCE_NOT_FOUND",
        "AN_ERROR_OF_TOMORROW"
      })
  void everyErrorOfTheEngineIsTold(String errorType) {
    var key = IncidentWords.key(texts, errorType);

    for (var language : List.of(Texts.CHINESE, Texts.ENGLISH)) {
      assertThat(texts.getTranslation(key, language, "Send texts")).contains("Send texts");
    }
    assertThat(key.endsWith("UNKNOWN")).isEqualTo(UNHEARD_OF.contains(errorType));
  }
}
