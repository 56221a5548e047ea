package io.waybot.bots.content;

import io.waybot.bots.Said;
import io.waybot.db.content.Content;
import io.waybot.db.content.Product;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a content as a compliance officer would: the word rules that lint has too. */
public interface ContentReview {

  /**
   * @param content with the texts that will be sent
   * @param product what it is about
   * @param channels that will carry it; empty: any
   * @return what must be said otherwise, each a sentence; empty when nothing must
   */
  List<Said> objections(Content content, @Nullable Product product, Set<String> channels);
}
