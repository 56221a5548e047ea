package io.waybot.bots.content;

import io.waybot.bots.RobotContext;
import io.waybot.bots.RobotFailure;
import io.waybot.bots.Said;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Disclaimers.Disclaimer;
import io.waybot.db.content.PreparedContents;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.content.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Refuses a content that may not go out, and freezes one that may for the whole run. */
@Component
class ContentDesk {
  private static final List<String> LANGUAGES = List.of("zh", "en");
  private final Contents contents;
  private final PreparedContents prepared;
  private final Products products;
  private final Disclaimers disclaimers;
  private final ObjectProvider<ContentReview> reviews;
  private final Clock clock;

  ContentDesk(
      Contents contents,
      PreparedContents prepared,
      Products products,
      Disclaimers disclaimers,
      ObjectProvider<ContentReview> reviews,
      Clock clock) {
    this.contents = contents;
    this.prepared = prepared;
    this.products = products;
    this.disclaimers = disclaimers;
    this.reviews = reviews;
    this.clock = clock;
  }

  /**
   * @throws RobotFailure.Permanent with everything that is wrong with it
   */
  PreparedText prepare(String code, Set<String> channels, RobotContext context) {
    var content = contents.find(code).orElseThrow(() -> failure(Said.of("no_content", code)));
    int version = version(code, context);
    var wordings = LANGUAGES.stream().map(language -> wording(code, version, language)).toList();
    requireValid(content, wordings.getFirst());
    var product = Optional.ofNullable(content.productCode()).flatMap(products::find).orElse(null);
    var frozen = withTexts(content, version, wordings);
    var objections =
        reviews
            .orderedStream()
            .flatMap(review -> review.objections(frozen, product, channels).stream())
            .toList();
    if (!objections.isEmpty()) {
      throw failure(Said.of("content_objected", code, Said.all(objections)));
    }
    return new PreparedText(frozen, wordings, product, disclaimer(product));
  }

  /** From now on every wave of the run says these words. */
  void freeze(PreparedText text, RobotContext context) {
    prepared.freeze(context.scopeRunId(), text.content().code(), text.content().version());
  }

  private int version(String code, RobotContext context) {
    return prepared
        .version(context.scopeRunId(), code)
        .or(() -> contents.approvedVersion(code, context.journeyVersionId()))
        .orElseThrow(() -> failure(Said.of("content_later", code)));
  }

  private Wording wording(String code, int version, String language) {
    return contents
        .wording(code, version, language)
        .orElseThrow(() -> failure(Said.of("content_wordless", code, language)));
  }

  private void requireValid(Content content, Wording wording) {
    var today = LocalDate.now(clock);
    if (content.validFrom() != null && today.isBefore(content.validFrom())) {
      throw failure(Said.of("content_early", content.code(), String.valueOf(content.validFrom())));
    }
    if (wording.validUntil() != null && today.isAfter(wording.validUntil())) {
      throw failure(Said.of("content_ended", content.code(), String.valueOf(wording.validUntil())));
    }
  }

  private @Nullable Disclaimer disclaimer(@Nullable Product product) {
    var code = product == null ? null : product.disclaimerCode();
    return code == null
        ? null
        : disclaimers.find(code).orElseThrow(() -> failure(Said.of("no_disclaimer", code)));
  }

  private static Content withTexts(Content content, int version, List<Wording> wordings) {
    Map<String, Content.Text> texts =
        wordings.stream()
            .collect(
                Collectors.toMap(
                    Wording::language, words -> new Content.Text(words.title(), words.body())));
    return new Content(
        content.id(),
        content.code(),
        content.productCode(),
        content.ownerOrg(),
        content.purpose(),
        content.validFrom(),
        content.validUntil(),
        content.page(),
        content.changedBy(),
        content.changedAt(),
        version,
        texts);
  }

  private static RobotFailure.Permanent failure(Said why) {
    return new RobotFailure.Permanent(why, null);
  }
}
