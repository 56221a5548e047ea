package io.waybot.runtime.gallery;

import io.waybot.bots.template.LiveChoices;
import io.waybot.db.journey.JourneyRepository;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.gallery.JourneyTemplate.Kind;
import io.waybot.runtime.gallery.JourneyTemplate.Parameter;
import io.waybot.runtime.journey.DrawnFields;
import io.waybot.runtime.journey.JourneyService;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a template and the answers of its form into a draft of the planner's own. */
@Service
public class GalleryService {
  private static final int MONTHS = 6;
  private static final Map<Kind, String> CHOICES =
      Map.of(
          Kind.SEGMENT, "segments",
          Kind.CONTENT, "contents",
          Kind.SCRIPT, "scripts",
          Kind.MODEL, "models");

  private final Gallery gallery;
  private final JourneyService journeys;
  private final JourneyRepository repository;
  private final LiveChoices choices;
  private final Clock clock;

  GalleryService(
      Gallery gallery,
      JourneyService journeys,
      JourneyRepository repository,
      LiveChoices choices,
      Clock clock) {
    this.gallery = gallery;
    this.journeys = journeys;
    this.repository = repository;
    this.choices = choices;
    this.clock = clock;
  }

  /** What the draft is called. */
  public record Names(String zh, String en) {}

  /**
   * Begins a journey from today for six months.
   *
   * @param answers by parameter name; what is left out keeps what the template says
   * @return the journey's id
   * @throws ApiProblem 404 unknown template, 422 {@code template_answer}
   */
  @Transactional
  public UUID draft(
      String key, Names names, Map<String, String> answers, SignedIn by, Locale language) {
    var entry = gallery.find(key).orElseThrow(ApiProblem::notFound);
    var fields = DrawnFields.of(entry.drawing());
    for (var parameter : entry.template().parameters()) {
      var answer = answers.get(parameter.name());
      if (answer != null) {
        var value = checked(parameter, answer.strip(), language);
        parameter.at().forEach(place -> fields.fill(place.element(), place.input(), value));
      }
    }
    var xml = fields.write(key, freeKey(key), names.zh() + " / " + names.en());
    var saved = journeys.takeIn(xml.getBytes(StandardCharsets.UTF_8), null, by, language);
    var draft = journeys.open(saved.journeyId(), by).version();
    var today = LocalDate.now(clock);
    journeys.save(
        saved.journeyId(),
        draft.revision(),
        draft.bpmn(),
        entry.settings().during(today, today.plusMonths(MONTHS)),
        by,
        language);
    return saved.journeyId();
  }

  private String checked(Parameter parameter, String answer, Locale language) {
    var source = CHOICES.get(parameter.kind());
    boolean good =
        source == null
            ? isWithin(parameter, answer)
            : choices.of(source, language).stream()
                .anyMatch(choice -> choice.value().equals(answer));
    if (!good) {
      throw new ApiProblem(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "template_answer",
          parameter.label(language.getLanguage()),
          answer);
    }
    return parameter.kind() == Kind.WAIT ? "B" + answer : answer;
  }

  private static boolean isWithin(Parameter parameter, String answer) {
    if (!answer.matches("\\d{1,9}")) {
      return false;
    }
    int number = Integer.parseInt(answer);
    return number >= parameter.lowest() && number <= parameter.highest();
  }

  /** The template's own process id for the first journey, then numbered. */
  private String freeKey(String key) {
    var free = key;
    for (int n = 2; repository.findByJourneyKey(free).isPresent(); n++) {
      free = key + "_" + n;
    }
    return free;
  }
}
