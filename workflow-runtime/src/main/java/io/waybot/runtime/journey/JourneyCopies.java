package io.waybot.runtime.journey;

import io.waybot.db.bank.Role;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a journey as a copy of another: its drawing and settings, not its signatures or runs. */
@Service
public class JourneyCopies {
  private static final int KEY_END = 8;

  private final JourneyService journeys;
  private final XmlGate gate;

  JourneyCopies(JourneyService journeys, XmlGate gate) {
    this.journeys = journeys;
    this.gate = gate;
  }

  /**
   * The copy is a draft of the person's own unit with an experiment of its own.
   *
   * @return the new journey's id
   * @throws ApiProblem 403 for others than planners, 404 for a journey out of reach
   */
  @Transactional
  public UUID copy(UUID journeyId, SignedIn by, Locale language) {
    if (!by.is(Role.PLANNER)) {
      throw new ApiProblem(HttpStatus.FORBIDDEN, "not_your_role");
    }
    var draft = journeys.open(journeyId, by);
    var from = draft.journey();
    var key = "journey_" + UUID.randomUUID().toString().substring(0, KEY_END);
    var drawing = gate.accept(draft.version().bpmn());
    var xml = gate.renamed(drawing, key);
    var begun = journeys.takeIn(xml.getBytes(StandardCharsets.UTF_8), null, by, language);
    journeys.save(
        begun.journeyId(), begun.revision(), xml, draft.version().settings(), by, language);
    journeys.rename(begun.journeyId(), from.nameZh() + " 副本", from.nameEn() + " (copy)", by);
    return begun.journeyId();
  }
}
