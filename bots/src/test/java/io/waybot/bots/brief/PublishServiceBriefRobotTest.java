package io.waybot.bots.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waybot.bots.Outcome;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.testing.BotsUnderTest;
import io.waybot.db.brief.ServiceBrief;
import io.waybot.db.brief.ServiceBriefs;
import io.waybot.db.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishServiceBriefRobotTest {
  private static final String ZH = "利率是多少?\n以办理时为准。\n\n可以退订吗?\n可以,\n立即生效。";
  private static final String EN =
      "What is the rate?\nAs on the day.\n\nMay I opt out?\nYes, at once.";
  private BotsUnderTest bots;

  @AfterEach
  void close() {
    bots.close();
  }

  @ParameterizedTest
  @EnumSource
  void showsEachQuestionWithItsAnswerInBothLanguages(TestDatabase kind) {
    open(kind);
    settings("{\"until\":\"2026-12-31\"}");

    int questions = work(ZH, EN, null);

    var shown = bots.bean(ServiceBriefs.class).ofRun(BotsUnderTest.RUN);
    assertThat(questions).isEqualTo(2);
    assertThat(shown).hasSize(1);
    assertThat(shown.getFirst().questions("zh"))
        .containsExactly(
            new ServiceBrief.Question("利率是多少?", "以办理时为准。"),
            new ServiceBrief.Question("可以退订吗?", "可以,\n立即生效。"));
    assertThat(shown.getFirst().questions("en").getLast().answer()).isEqualTo("Yes, at once.");
    assertThat(shown.getFirst().validUntil()).isEqualTo(LocalDate.of(2027, 1, 30));
  }

  @ParameterizedTest
  @EnumSource
  void replacesWhatAnEarlierRunSaidAndEndsInTime(TestDatabase kind) {
    open(kind);
    work(ZH, EN, 3);
    work("一?\n二", "One?\nTwo", 3);

    assertThat(bots.bean(ServiceBriefs.class).ofJourney(BotsUnderTest.JOURNEY))
        .extracting(ServiceBrief::questionsEn)
        .containsExactly("One?\nTwo");
    bots.db
        .batch()
        .update("update service_brief set valid_until = ?", BotsUnderTest.D0.minusDays(1));
    assertThat(bots.bean(ServiceBriefs.class).ofJourney(BotsUnderTest.JOURNEY)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void asksForEveryQuestionInBothLanguagesAndForEveryAnswer(TestDatabase kind) {
    open(kind);

    assertThatThrownBy(() -> work(ZH, "One?\nTwo", null))
        .isInstanceOf(RobotFailure.Permanent.class)
        .hasMessageContaining("2 questions in Chinese and 1 in English");
    assertThatThrownBy(() -> work(ZH, "One?\nTwo\n\nThree?", null))
        .isInstanceOf(RobotFailure.Permanent.class)
        .hasMessageContaining("Three?");
    assertThat(bots.bean(ServiceBriefs.class).ofRun(BotsUnderTest.RUN)).isEmpty();
  }

  private void open(TestDatabase kind) {
    bots =
        new BotsUnderTest(
            kind, Map.of(), "io.waybot.db.brief", "io.waybot.bots.policy", "io.waybot.bots.brief");
  }

  private void settings(String json) {
    bots.db.batch().update("update journey_version set settings = ?", json);
  }

  private int work(String zh, String en, @Nullable Integer days) {
    var outcome =
        bots.bean(PublishServiceBriefRobot.class)
            .work(
                new PublishServiceBriefRobot.Input("一句话", "One sentence", zh, en, days),
                BotsUnderTest.at("brief"));
    return ((Outcome.Done<PublishServiceBriefRobot.Output>) outcome).output().questions();
  }
}
