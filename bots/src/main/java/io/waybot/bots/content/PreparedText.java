package io.waybot.bots.content;

import io.waybot.bots.dispatch.ContentRenderer;
import io.waybot.bots.dispatch.Unrenderable;
import io.waybot.db.content.Content;
import io.waybot.db.content.Disclaimers.Disclaimer;
import io.waybot.db.content.Product;
import io.waybot.db.content.Wording;
import io.waybot.db.dispatch.CustomerFacts;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One content in the version that a run says, with everything needed to write it.
 *
 * @param content with the frozen texts
 * @param wordings one for each language
 */
record PreparedText(
    Content content,
    List<Wording> wordings,
    @Nullable Product product,
    @Nullable Disclaimer disclaimer) {

  /**
   * Writes it for a customer in every language.
   *
   * @return parts of the longest text message, 1 when no text message is wanted
   * @throws Unrenderable if a variable has neither a value nor a fall-back
   */
  int write(ContentRenderer renderer, Set<String> channels, CustomerFacts about) {
    var channel =
        channels.isEmpty() || channels.contains("sms") ? "sms" : channels.iterator().next();
    return wordings.stream()
        .mapToInt(
            wording -> renderer.render(channel, wording, product, disclaimer, about, null).parts())
        .max()
        .orElse(1);
  }

  /** Whether it addresses the customer by name, which has a polite fall-back. */
  boolean greetsByName() {
    return wordings.stream()
        .anyMatch(wording -> (wording.title() + wording.body()).contains("{{salutation}}"));
  }
}
