package io.waybot.bots.dispatch;

import io.waybot.bots.Said;
import io.waybot.connectors.channel.Message;
import io.waybot.connectors.channel.UnsubscribeLinks;
import io.waybot.db.content.Content;
import io.waybot.db.content.Contents;
import io.waybot.db.content.Disclaimers;
import io.waybot.db.content.Product;
import io.waybot.db.content.Products;
import io.waybot.db.content.Wording;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

  /** Not for use by several threads. */
  final class Batch {
    private final Map<String, Optional<Wording>> wordings = new HashMap<>();
    private final Map<String, Optional<Content>> known = new HashMap<>();
    private final Map<String, Optional<Product>> offered = new HashMap<>();
    private final Map<String, Optional<Disclaimers.Disclaimer>> warned = new HashMap<>();
    private final Map<String, String> senders = new HashMap<>();

    /**
     * @throws Unrenderable if the words are gone or a variable has no value
     */
    Written write(MarkedSend marked) {
      var send = marked.send();
      var wording =
          wordings
              .computeIfAbsent(
                  send.contentCode() + "/" + send.contentVersion() + "/" + send.language(),
                  id ->
                      contents.wording(send.contentCode(), send.contentVersion(), send.language()))
              .orElseThrow(() ->
                  new Unrenderable(
                      Said.of("content_wordless", send.contentCode(), send.language())));
      var product =
          Optional.ofNullable(send.productCode())
              .flatMap(code -> offered.computeIfAbsent(code, products::find));
      var disclaimer =
          product
              .map(Product::disclaimerCode)
              .flatMap(code -> warned.computeIfAbsent(code, disclaimers::find));
      var link =
          send.channel().equals("email") ? unsubscribe.link(send.key()) : Optional.<String>empty();
      var rendered =
          renderer.render(
              send.channel(),
              wording,
              product.orElse(null),
              disclaimer.orElse(null),
              marked.about(),
              link.orElse(null),
              senders.computeIfAbsent(wording.language(), renderer::bankName));
      var page =
          known.computeIfAbsent(send.contentCode(), contents::find).map(Content::page).orElse(null);
      return new Written(
          new Message(
              send.key(),
              marked.address(),
              rendered.title(),
              rendered.body(),
              page,
              null,
              link.orElse(null)),
          rendered.parts());
    }
  }
}
