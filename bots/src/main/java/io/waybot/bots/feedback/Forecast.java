package io.waybot.bots.feedback;

import io.waybot.bots.RobotContext;
import io.waybot.db.audience.AudienceStore;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.decision.DecisionTable;
import io.waybot.db.feedback.FeedbackLedger;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/**
 * What a rehearsal takes for answers, as nobody can answer what was not sent: a customer responds
 * with the model's probability times the efficiency of the chosen channel. The draw depends on
 * journey, business date and customer only, so it is the same in every rehearsal of a date. Leads
 * count as worked, and nobody opts out. Whom no model judged stays silent.
 */
@Component
class Forecast {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final DecisionTable decisions;
  private final Channels channels;
  private final AudienceStore audiences;
  private final FeedbackLedger ledger;

  Forecast(
      DecisionTable decisions, Channels channels, AudienceStore audiences, FeedbackLedger ledger) {
    this.decisions = decisions;
    this.channels = channels;
    this.audiences = audiences;
    this.ledger = ledger;
  }

  /** Whom the run would have written to or handed over so far. */
  RoaringBitmap contacted(RobotContext context) {
    var all = ledger.contacted(context.runId());
    audiences.ofRun(context.runId()).stream()
        .filter(set -> set.name().equals("handed"))
        .forEach(set -> all.or(audiences.load(set.id())));
    return all;
  }

  RoaringBitmap responded(RobotContext context) {
    var factors = channels.all().stream().collect(Collectors.toMap(Channel::code, Channel::factor));
    long seed = 31L * context.journeyKey().hashCode() + context.businessDate().toEpochDay();
    var responded = new RoaringBitmap();
    for (var decision : decisions.ofRun(context.runId())) {
      double probability = decision.score() * factors.getOrDefault(decision.channel(), 1.0);
      if (draw(seed, decision.customer()) < probability) {
        responded.add(decision.customer());
      }
    }
    return responded;
  }

  /** Uniform in [0, 1). */
  private static double draw(long seed, int customer) {
    return new SplittableRandom(seed + SPREAD * (customer + 1L)).nextDouble();
  }
}
