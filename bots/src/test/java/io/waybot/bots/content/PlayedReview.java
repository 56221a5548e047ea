package io.waybot.bots.content;

import io.waybot.bots.Said;
import io.waybot.bots.dispatch.ContentRenderer;
import io.waybot.db.content.Content;
import io.waybot.db.content.Product;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

/** Objects to one word. Brings the renderer without the senders that live beside it. */
@Component
@Import(ContentRenderer.class)
class PlayedReview implements ContentReview {
  @Override
  public List<Said> objections(Content content, @Nullable Product product, Set<String> channels) {
    return content.texts().values().stream().anyMatch(text -> text.body().contains("稳赚"))
        ? List.of(new Said("请勿使用“稳赚”。", "Do not use 稳赚."))
        : List.of();
  }
}
