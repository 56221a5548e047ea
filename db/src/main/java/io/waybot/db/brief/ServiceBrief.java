package io.waybot.db.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What a journey is about and how to answer those who ask, in both languages.
 *
 * @param questionsZh a question's line, its answer's lines, an empty line, the next question
 * @param validUntil the last day on which it is shown
 */
public record ServiceBrief(
    UUID journeyId,
    String elementId,
    UUID runId,
    String summaryZh,
    String summaryEn,
    String questionsZh,
    String questionsEn,
    LocalDate validUntil) {

  /** One question and what to answer. */
  public record Question(String question, String answer) {}

  public String summary(String language) {
    return language.equals("en") ? summaryEn : summaryZh;
  }

  public List<Question> questions(String language) {
    return read(language.equals("en") ? questionsEn : questionsZh);
  }

  /**
   * Reads questions as a planner writes them.
   *
   * @throws IllegalArgumentException if a question has no answer; the message is the question
   */
  public static List<Question> read(String text) {
    var questions = new ArrayList<Question>();
    for (var block : text.strip().split("\\R\\s*\\R")) {
      var lines = Arrays.stream(block.strip().split("\\R", 2)).map(String::strip).toList();
      if (lines.size() < 2) {
        throw new IllegalArgumentException(lines.getFirst());
      }
      questions.add(new Question(lines.getFirst(), lines.getLast()));
    }
    return List.copyOf(questions);
  }
}
