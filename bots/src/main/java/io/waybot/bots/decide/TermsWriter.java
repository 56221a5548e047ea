package io.waybot.bots.decide;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.bots.decide.DecisionTerms.Offer;
import io.waybot.bots.decide.DecisionTerms.Way;
import io.waybot.bots.decide.DecisionTerms.Weights;
import io.waybot.bots.policy.Codes;
import io.waybot.bots.policy.SettingsReader;
import io.waybot.bots.score.AudienceScores;
import io.waybot.db.content.Channel;
import io.waybot.db.content.Channels;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Freezes what a journey brings to a decision: its fields, the day's terms of products and
 * channels.
 */
@Component
class TermsWriter {
  private final Products products;
  private final Contents contents;
  private final Channels channels;
  private final AudienceScores scores;
  private final SettingsReader settings;
  private final Tactics tactics;
  private final Clock clock;

  TermsWriter(
      Products products,
      Contents contents,
      Channels channels,
      AudienceScores scores,
      SettingsReader settings,
      Tactics tactics,
      Clock clock) {
    this.products = products;
    this.contents = contents;
    this.channels = channels;
    this.scores = scores;
    this.settings = settings;
    this.tactics = tactics;
    this.clock = clock;
  }

  DecisionTerms write(DecideTreatmentsRobot.Input input, RobotContext context) {
    var plan = tactics.behind(input.audience(), input.careYuan());
    if (plan != null && !Codes.in(input.offers()).isEmpty()) {
      throw refused(Said.of("offers_of_table"));
    }
    var budget = settings.of(context.journeyVersionId()).dailyBudgetYuan();
    return new DecisionTerms(
        context.journeyId(),
        context.journeyKey(),
        context.elementId(),
        context.rehearsal(),
        modelVersion(input),
        context.businessDate(),
        LocalDate.now(clock),
        plan == null ? offers(input) : plan.offers(),
        plan == null ? ways(input) : plan.ways(),
        or(input.wouldBuyPercent(), 70) / 100,
        new Weights(
            or(input.valueWeight(), 100) / 100,
            or(input.experienceWeight(), 0) / 100,
            or(input.costWeight(), 100) / 100),
        input.amountColumn() == null || input.amountColumn().isBlank()
            ? "demand_yuan"
            : input.amountColumn(),
        limits(input),
        budget == null ? null : budget.doubleValue(),
        plan == null ? null : plan.tactics());
  }

  private static double or(@Nullable Number given, double otherwise) {
    return given == null ? otherwise : given.doubleValue();
  }

  private UUID modelVersion(DecideTreatmentsRobot.Input input) {
    try {
      return scores.version(input.audience());
    } catch (IllegalArgumentException e) {
      throw new RobotFailure.Permanent(Said.of("no_scores"), e);
    }
  }

  private List<Offer> offers(DecideTreatmentsRobot.Input input) {
    var wanted = Codes.in(input.contents());
    var all = contents.all();
    var offers =
        Codes.in(input.offers()).stream()
            .map(code ->
                products
                    .find(code)
                    .filter(Product::active)
                    .orElseThrow(() -> refused(Said.of("product_gone", code))))
            .map(product -> offer(product, contentFor(product, wanted, all)))
            .toList();
    if (offers.isEmpty()) {
      throw refused(Said.of("no_offer"));
    }
    return offers;
  }

  private Content contentFor(Product product, List<String> wanted, List<Content> all) {
    var today = LocalDate.now(clock);
    return all.stream()
        .filter(content -> product.code().equals(content.productCode()))
        .filter(content -> wanted.isEmpty() ? content.marketing() : wanted.contains(content.code()))
        .filter(content -> valid(content, today))
        .findFirst()
        .orElseThrow(() -> refused(Said.of("no_content_of", product.code())));
  }

  private static boolean valid(Content content, LocalDate today) {
    return (content.validFrom() == null || !today.isBefore(content.validFrom()))
        && (content.validUntil() == null || !today.isAfter(content.validUntil()));
  }

  static Offer offer(Product product, Content content) {
    return new Offer(
        product.code(),
        content.code(),
        product.productClass(),
        product.riskLevel(),
        product.minYuan() == null ? 0 : product.minYuan().doubleValue(),
        product.marginYuan().doubleValue(),
        product.recordedSale());
  }

  /**
   * Channels that are not connected or stopped have no capacity; the decision leaves them out by
   * itself.
   */
  private List<Way> ways(DecideTreatmentsRobot.Input input) {
    var ways =
        Codes.in(input.channels()).stream()
            .map(
                code -> channels.find(code).orElseThrow(() -> refused(Said.of("no_channel", code))))
            .map(TermsWriter::way)
            .toList();
    if (ways.isEmpty()) {
      throw refused(Said.of("channel_unnamed"));
    }
    return ways;
  }

  static Way way(Channel channel) {
    return new Way(
        channel.code(),
        channel.costYuan().doubleValue(),
        channel.factor(),
        channel.countsAsContact(),
        channel.caps());
  }

  private static Map<String, Integer> limits(DecideTreatmentsRobot.Input input) {
    var limits = new HashMap<String, Integer>();
    put(limits, "sms", input.smsLimit());
    put(limits, "push", input.pushLimit());
    put(limits, "inbox", input.inboxLimit());
    put(limits, "email", input.emailLimit());
    put(limits, Scarcities.BRANCH, input.branchLimit());
    return limits;
  }

  private static void put(Map<String, Integer> limits, String channel, @Nullable Integer limit) {
    if (limit != null) {
      limits.put(channel, limit);
    }
  }

  private static RobotFailure.Permanent refused(Said why) {
    return new RobotFailure.Permanent(why, null);
  }
}
