package io.waybot.runtime.dispatch;

import io.waybot.connectors.channel.UnsubscribeLinks;
import io.waybot.db.dispatch.DispatchLedger;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.language.Phrases;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * The opt-out link of a mail. Opening it changes nothing, because mail scanners open links; the
 * button, or a mail program's one click (RFC 8058), posts to the same address.
 */
@RestController
class UnsubscribeApi {
  private static final String CHANNEL = "email";

  private final UnsubscribeLinks links;
  private final DispatchLedger ledger;
  private final OptOutLedger optOuts;
  private final Phrases phrases;
  private final Clock clock;

  UnsubscribeApi(
      UnsubscribeLinks links,
      DispatchLedger ledger,
      OptOutLedger optOuts,
      Phrases phrases,
      Clock clock) {
    this.links = links;
    this.ledger = ledger;
    this.optOuts = optOuts;
    this.phrases = phrases;
    this.clock = clock;
  }

  @GetMapping(UnsubscribeLinks.PATH + "{token}")
  ResponseEntity<byte[]> ask(@PathVariable String token, Locale language) {
    customer(token);
    var button =
        "<form method=\"post\"><button>"
            + HtmlUtils.htmlEscape(phrases.get(language, "unsubscribe.button"))
            + "</button></form>";
    return page(language, "unsubscribe.question", button);
  }

  @PostMapping(UnsubscribeLinks.PATH + "{token}")
  ResponseEntity<byte[]> unsubscribe(@PathVariable String token, Locale language) {
    optOuts.record(customer(token), CHANNEL, clock.instant(), "link");
    return page(language, "unsubscribe.done", "");
  }

  private int customer(String token) {
    return links.verify(token).flatMap(ledger::customerOf).orElseThrow(ApiProblem::notFound);
  }

  private ResponseEntity<byte[]> page(Locale language, String sentence, String more) {
    var text = HtmlUtils.htmlEscape(phrases.get(language, sentence));
    var html =
        "<!doctype html><html lang=\"%s\"><meta charset=\"utf-8\"><meta name=\"viewport\""
                .formatted(language.getLanguage())
            + " content=\"width=device-width\"><title>"
            + text
            + "</title><p>"
            + text
            + "</p>"
            + more
            + "</html>";
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", "default-src 'none'; form-action 'self'")
        .header("Referrer-Policy", "no-referrer")
        .body(html.getBytes(StandardCharsets.UTF_8));
  }
}
