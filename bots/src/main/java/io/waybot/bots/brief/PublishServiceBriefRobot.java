package io.waybot.bots.brief;

import io.waybot.bots.Outcome;
import io.waybot.bots.Robot;
import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.policy.SettingsReader;
import io.waybot.bots.template.BlockGroup;
import io.waybot.bots.template.Field;
import io.waybot.bots.template.RobotInfo;
import io.waybot.db.brief.ServiceBrief;
import io.waybot.db.brief.ServiceBriefs;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shows the service desk and the branches what the journey is about and how to answer those who
 * ask; a rehearsal shows nothing.
 */
@Component
class PublishServiceBriefRobot
    implements Robot<PublishServiceBriefRobot.Input, PublishServiceBriefRobot.Output> {
  private static final Said CHINESE = new Said("中文", "Chinese");
  private static final Said ENGLISH = new Said("英文", "English");
  private static final int DEFAULT_DAYS = 30;
  private static final int LONGEST_SUMMARY = 400;
  private static final int LONGEST_QUESTIONS = 8_000;
  private final ServiceBriefs briefs;
  private final SettingsReader settings;

  PublishServiceBriefRobot(ServiceBriefs briefs, SettingsReader settings) {
    this.briefs = briefs;
    this.settings = settings;
  }

  /**
   * @param questionsZh a question's line, its answer's lines, an empty line, the next question
   * @param daysAfterEnd shown so long after the journey's last day
   */
  @RobotInfo(
      job = "publish-service-brief",
      group = BlockGroup.CONSULTATION,
      order = 10,
      icon = "question")
  record Input(
      @Field(required = true) String summaryZh,
      @Field(required = true) String summaryEn,
      @Field(required = true, longText = true) String questionsZh,
      @Field(required = true, longText = true) String questionsEn,
      @Field(byDefault = "30", min = 0, max = 366) @Nullable Integer daysAfterEnd) {}

  /**
   * @param questions with an answer, in each language
   */
  record Output(int questions) {}

  @Override
  public String jobType() {
    return "publish-service-brief";
  }

  @Override
  public Class<Input> inputType() {
    return Input.class;
  }

  @Override
  public Class<Output> outputType() {
    return Output.class;
  }

  @Override
  public Outcome<Output> work(Input input, RobotContext context) {
    var chinese = read(CHINESE, input.summaryZh(), input.questionsZh());
    var english = read(ENGLISH, input.summaryEn(), input.questionsEn());
    if (chinese.size() != english.size()) {
      throw new RobotFailure.Permanent(
          Said.of("brief_uneven", chinese.size(), english.size()), null);
    }
    if (!context.rehearsal()) {
      briefs.publish(
          new ServiceBrief(
              context.journeyId(),
              context.elementId(),
              context.runId(),
              input.summaryZh(),
              input.summaryEn(),
              input.questionsZh(),
              input.questionsEn(),
              lastDay(input.daysAfterEnd(), context)));
    }
    return Outcome.done(new Output(chinese.size()));
  }

  private static List<ServiceBrief.Question> read(Said language, String summary, String questions) {
    if (summary.length() > LONGEST_SUMMARY || questions.length() > LONGEST_QUESTIONS) {
      throw new RobotFailure.Permanent(
          Said.of("brief_long", language, LONGEST_SUMMARY, LONGEST_QUESTIONS), null);
    }
    try {
      return ServiceBrief.read(questions);
    } catch (IllegalArgumentException unanswered) {
      throw new RobotFailure.Permanent(
          Said.of("brief_unanswered", language, String.valueOf(unanswered.getMessage())),
          unanswered);
    }
  }

  private LocalDate lastDay(@Nullable Integer days, RobotContext context) {
    var until = settings.of(context.journeyVersionId()).until();
    return (until == null ? context.businessDate() : until)
        .plusDays(days == null ? DEFAULT_DAYS : days);
  }
}
