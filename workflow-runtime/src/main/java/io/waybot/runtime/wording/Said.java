package io.waybot.runtime.wording;

import io.waybot.db.content.Content;
import io.waybot.db.content.Product;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said to customers, as far as rules need it.
 *
 * @param code how people name it
 * @param purpose MARKETING, CARE or SERVICE
 * @param product what it is about; null for nothing, or for what a decision will choose
 * @param texts by language, {@code zh} and {@code en}
 * @param page the app page it opens
 * @param channels that carry it; empty while nobody has chosen one yet: it may go by any
 * @param languages it is sent in; empty while nobody has chosen one yet
 */
public record Said(
    String code,
    String purpose,
    @Nullable Product product,
    Map<String, Content.Text> texts,
    @Nullable String page,
    Set<String> channels,
    Set<String> languages) {

  public static Said of(
      Content content, @Nullable Product product, Set<String> channels, Set<String> languages) {
    return new Said(
        content.code(),
        content.purpose(),
        product,
        content.texts(),
        content.page(),
        channels,
        languages);
  }

  /** Title and body as written. */
  String text(String language) {
    var text = texts.get(language);
    return text == null ? "" : text.title() + "\n" + text.body();
  }

  boolean about(String... productClasses) {
    return product != null && Set.of(productClasses).contains(product.productClass());
  }

  /** Whether it goes, or may go, by the channel. */
  boolean mayGoBy(String channel) {
    return channels.isEmpty() || channels.contains(channel);
  }

  boolean mayGoIn(String language) {
    return languages.isEmpty() || languages.contains(language);
  }

  boolean marketing() {
    return purpose.equals("MARKETING");
  }
}
