package io.waybot.bots.decide;

import io.waybot.db.audience.AudienceRef;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.audience.NewAudience;
import io.waybot.db.decision.Participant;
import io.waybot.db.run.RobotSteps;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a decided journey's sets and completes its parked step with them. */
@Component
class DecidedSteps {
  private final AudienceStore audiences;
  private final RobotSteps steps;
  private final JsonMapper json;

  DecidedSteps(AudienceStore audiences, RobotSteps steps, JsonMapper json) {
    this.audiences = audiences;
    this.steps = steps;
    this.json = json;
  }

  void complete(Participant seat, DecisionTerms terms, Fates fates, double gap) {
    fates.check();
    var all = new RoaringBitmap();
    fates.lost().values().forEach(all::or);
    fates
        .lost()
        .forEach((reason, lost) ->
            audiences.save(origin(seat, terms, "notChosen").rule("notChosen", reason), lost));
    var output =
        new DecideTreatmentsRobot.Output(
            chosen(seat, terms, fates, "sms"),
            chosen(seat, terms, fates, "push"),
            chosen(seat, terms, fates, "email"),
            chosen(seat, terms, fates, "branch"),
            chosen(seat, terms, fates, "inbox"),
            audiences.save(origin(seat, terms, "notChosen"), all),
            gap);
    steps.complete(seat.stepId(), json.writeValueAsString(output));
  }

  private AudienceRef chosen(Participant seat, DecisionTerms terms, Fates fates, String channel) {
    return audiences.save(
        origin(seat, terms, channel), fates.chosen().getOrDefault(channel, new RoaringBitmap()));
  }

  private static NewAudience origin(Participant seat, DecisionTerms terms, String name) {
    return NewAudience.of(seat.runId(), seat.stepId(), terms.elementId(), name)
        .lineage("{\"parent\":\"" + seat.audience() + "\"}");
  }
}
