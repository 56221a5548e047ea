package io.waybot.bots.feedback;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.policy.Codes;
import io.waybot.bots.policy.SettingsReader;
import io.waybot.db.feedback.FeedbackLedger;
import io.waybot.db.lead.LeadOutcome;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Who responded, in the sense a planner chose; in a rehearsal a {@link Forecast}. */
@Component
class Responses {
  /** What counts unless the planner says otherwise. */
  static final String USUAL = "clicked,replied,lead,bought";

  private static final Set<String> SIGNS =
      Set.of("delivered", "clicked", "replied", "lead", "bought");

  private final FeedbackLedger ledger;
  private final SettingsReader settings;
  private final Forecast forecast;

  Responses(FeedbackLedger ledger, SettingsReader settings, Forecast forecast) {
    this.ledger = ledger;
    this.settings = settings;
    this.forecast = forecast;
  }

  /** To whom the run sent something or whom it handed to somebody. */
  RoaringBitmap contacted(RobotContext context) {
    return context.rehearsal()
        ? forecast.contacted(context)
        : ledger.contacted(context.scopeRunId());
  }

  /**
   * @param delivered to whom something was delivered for certain
   */
  record Found(RoaringBitmap responded, RoaringBitmap delivered) {}

  /** Both are often the same question, which is asked once. */
  Found found(@Nullable String counts, RobotContext context) {
    var delivered = customers("delivered", context);
    var responded = new RoaringBitmap();
    for (var sign : signs(counts)) {
      responded.or(sign.equals("delivered") ? delivered : customers(sign, context));
    }
    return new Found(responded, delivered);
  }

  /**
   * @param counts some of delivered, clicked, replied, lead, bought; blank: the usual
   */
  RoaringBitmap of(@Nullable String counts, RobotContext context) {
    var all = new RoaringBitmap();
    for (var sign : signs(counts)) {
      all.or(customers(sign, context));
    }
    return all;
  }

  private static Collection<String> signs(@Nullable String counts) {
    var named = Codes.in(counts);
    return named.isEmpty() ? Codes.in(USUAL) : named;
  }

  private RoaringBitmap customers(String sign, RobotContext context) {
    if (context.rehearsal() && SIGNS.contains(sign)) {
      return sign.equals("delivered") ? forecast.contacted(context) : forecast.responded(context);
    }
    var run = context.scopeRunId();
    return switch (sign) {
      case "delivered" ->
          ledger.receipts(run, List.of("DELIVERED", "OPENED", "CLICKED", "REPLIED"));
      case "clicked" -> ledger.receipts(run, List.of("CLICKED"));
      case "replied" -> ledger.receipts(run, List.of("REPLIED"));
      case "lead" ->
          ledger.leadOutcomes(
              run,
              Arrays.stream(LeadOutcome.values())
                  .filter(LeadOutcome::response)
                  .map(Enum::name)
                  .toList());
      case "bought" -> ledger.bought(goal(context), ledger.began(run));
      default -> throw new RobotFailure.Permanent(Said.of("no_response_kind", sign), null);
    };
  }

  private List<String> goal(RobotContext context) {
    var goal = settings.of(context.journeyVersionId()).goal();
    return goal == null ? List.of() : goal.products();
  }
}
