package io.waybot.bots.dispatch;

import io.waybot.bots.Said;
import io.waybot.connectors.channel.Message;
import io.waybot.connectors.channel.UnsubscribeLinks;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns marked sends into messages, reading each wording and each product once per batch. */
@Component
class MessageWriter {
  private final Contents contents;
  private final Products products;
  private final Disclaimers disclaimers;
  private final ContentRenderer renderer;
  private final UnsubscribeLinks unsubscribe;

  MessageWriter(
      Contents contents,
      Products products,
      Disclaimers disclaimers,
      ContentRenderer renderer,
      UnsubscribeLinks unsubscribe) {
    this.contents = contents;
    this.products = products;
    this.disclaimers = disclaimers;
    this.renderer = renderer;
    this.unsubscribe = unsubscribe;
  }

  /** A message with what it is billed as. */
  record Written(Message message, int parts) {}

  Batch batch() {
    return new Batch();
  }

  /** What the letters of a batch differ by, but for the customer. */
  private record Theme(
      String channel, String content, int version, String language, @Nullable String product) {}

  /**
   * @param page app page that the message opens
   */
  private record Letter(FormLetter form, @Nullable String page) {}

  /** Not for use by several threads. */
  final class Batch {
    private final Map<Theme, Optional<Letter>> letters = new HashMap<>();

    /**
     * @throws Unrenderable if the words are gone or a variable has no value
     */
    Written write(MarkedSend marked) {
      var send = marked.send();
      var theme =
          new Theme(
              send.channel(),
              send.contentCode(),
              send.contentVersion(),
              send.language(),
              send.productCode());
      var letter =
          letters
              .computeIfAbsent(theme, MessageWriter.this::letter)
              .orElseThrow(() ->
                  new Unrenderable(
                      Said.of("content_wordless", send.contentCode(), send.language())));
      var link = send.channel().equals("email") ? unsubscribe.link(send.key()).orElse(null) : null;
      var rendered = letter.form().to(marked.about(), link);
      return new Written(
          new Message(
              send.key(),
              marked.address(),
              rendered.title(),
              rendered.body(),
              letter.page(),
              null,
              link),
          rendered.parts());
    }
  }

  /** Empty when the words are gone. */
  private Optional<Letter> letter(Theme theme) {
    var product = Optional.ofNullable(theme.product()).flatMap(products::find);
    var disclaimer = product.map(Product::disclaimerCode).flatMap(disclaimers::find);
    return contents
        .wording(theme.content(), theme.version(), theme.language())
        .map(wording ->
            new Letter(
                renderer.letter(
                    theme.channel(),
                    wording,
                    product.orElse(null),
                    disclaimer.orElse(null),
                    renderer.bankName(wording.language())),
                contents.find(theme.content()).map(Content::page).orElse(null)));
  }
}
