package io.waybot.designer.design;

import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Begins journeys: from the blank drawing with its first blocks joined, or from a file. */
@Component
class NewJourney {
  private static final String BLANK = "/drawings/blank_%s.bpmn";

  private final JourneyService journeys;
  private final CurrentUser user;

  NewJourney(JourneyService journeys, CurrentUser user) {
    this.journeys = journeys;
    this.user = user;
  }

  /**
   * A journey with daily start, pull list, contact rules and hold out already joined.
   *
   * @return the journey's id
   */
  UUID blank(String nameZh, String nameEn) {
    var key = "journey_" + UUID.randomUUID().toString().substring(0, 8);
    var xml =
        drawing()
            .replace("journey_key", key)
            .replace("journey_name", HtmlUtils.htmlEscape(nameZh + " / " + nameEn));
    return from(xml.getBytes(StandardCharsets.UTF_8));
  }

  /** The journey of a BPMN file; a known process id gets a new draft version. */
  UUID from(byte[] file) {
    return journeys.takeIn(file, null, user.get(), Texts.language()).journeyId();
  }

  private static String drawing() {
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    try (var file = NewJourney.class.getResourceAsStream(BLANK.formatted(language))) {
      if (file == null) {
        throw new IllegalStateException("The blank drawing is missing.");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
