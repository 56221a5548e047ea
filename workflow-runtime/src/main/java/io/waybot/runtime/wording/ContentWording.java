package io.waybot.runtime.wording;

import io.waybot.bots.content.ContentReview;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.runtime.language.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The same word rules for whoever writes a content and for the robot that prepares a run's. */
@Component
public class ContentWording implements ContentReview {
  private final WordingLint lint;
  private final Products products;
  private final Phrases phrases;

  ContentWording(WordingLint lint, Products products, Phrases phrases) {
    this.lint = lint;
    this.products = products;
    this.phrases = phrases;
  }

  /** What there is to say about words that are being written; no channel is chosen yet. */
  public List<Remark> remarks(ContentDraft draft) {
    var product = Optional.ofNullable(draft.productCode()).flatMap(products::find).orElse(null);
    return lint.check(
        new Said(
            draft.code(),
            draft.purpose(),
            product,
            draft.texts(),
            draft.page(),
            Set.of(),
            Set.of()));
  }

  /** What to do about it. */
  public String sentence(Remark remark, Locale language) {
    return phrases.get(language, "lint." + remark.rule(), remark.arguments().toArray());
  }

  @Override
  public List<io.waybot.bots.Said> objections(
      Content content, @Nullable Product product, Set<String> channels) {
    return lint.check(Said.of(content, product, channels, Set.of())).stream()
        .filter(Remark::error)
        .map(remark ->
            new io.waybot.bots.Said(
                sentence(remark, Locale.SIMPLIFIED_CHINESE), sentence(remark, Locale.ENGLISH)))
        .toList();
  }
}
