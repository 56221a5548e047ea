package io.waybot.designer.why;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.run.RunWords;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.run.RunList;
import io.waybot.runtime.why.WhyView;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What became of one customer in one run, from the list to the receipt. */
class WhyCard extends Div {
  private final Texts texts;
  private final Map<String, String> journeys;
  private final Map<String, String> blocks;
  private final ZoneId zone;

  /**
   * @param journeys what journeys are called, by key
   * @param blocks what the run's blocks are called, by element id
   */
  WhyCard(
      Texts texts,
      RunList.Row run,
      WhyView view,
      Map<String, String> journeys,
      Map<String, String> blocks,
      ZoneId zone) {
    this.texts = texts;
    this.journeys = journeys;
    this.blocks = blocks;
    this.zone = zone;
    addClassName("wb-card");
    var link = new Anchor("runs/" + run.id(), RunWords.journey(run));
    link.addClassName("wb-card-title");
    var kind = new Span(texts.get("run.kind." + run.kind()));
    kind.addClassName("wb-muted");
    var fate = new Span(sentence(view));
    fate.addClassNames("wb-pill", "wb-pill-" + colour(view.fate()));
    var head = new Div(link, kind, fate);
    head.addClassName("wb-line");
    add(head);
    candidates(view);
    sends(view);
    rest(view);
  }

  private String sentence(WhyView view) {
    var fate = texts.get("why.fate." + view.fate());
    var code = view.rule() != null ? view.rule() : view.reason();
    if (view.decision() != null) {
      return texts.get(
          "why.chosen", view.decision().treatment(), channel(view.decision().channel()));
    }
    return code == null ? fate : texts.get("why.because", fate, reason(code));
  }

  private static String colour(WhyView.Fate fate) {
    return switch (fate) {
      case CHOSEN -> "good";
      case CONTROL -> "busy";
      case REMOVED, NOT_CHOSEN -> "warn";
      case NOT_IN_AUDIENCE -> "muted";
    };
  }

  private void candidates(WhyView view) {
    if (view.candidates().isEmpty()) {
      return;
    }
    var table =
        new SmallTable(
                texts.get("why.treatment"),
                texts.get("run.channel"),
                texts.get("run.journey"),
                texts.get("why.value"),
                texts.get("why.price"),
                texts.get("why.ending"))
            .words(2, 3, 6);
    for (var candidate : view.candidates()) {
      var ending = texts.get("why.ending." + candidate.outcome());
      boolean removed = candidate.outcome() == WhyView.Ending.REMOVED;
      table.row(
          candidate.treatment(),
          channel(candidate.channel()),
          journey(candidate),
          removed ? "–" : yuan(candidate.value()),
          removed ? "–" : yuan(candidate.price()),
          candidate.reason() == null
              ? ending
              : texts.get("why.because", ending, reason(candidate.reason())));
    }
    add(new H4(texts.get("why.candidates")), table);
  }

  private String journey(WhyView.Candidate candidate) {
    var name = journeys.getOrDefault(candidate.journey(), candidate.journey());
    return candidate.strategy() == null ? name : name + " · " + candidate.strategy();
  }

  private void sends(WhyView view) {
    if (view.dispatches().isEmpty()) {
      return;
    }
    var table =
        new SmallTable(
                texts.get("run.channel"),
                texts.get("run.step.block"),
                texts.get("run.state"),
                texts.get("why.sentAt"),
                texts.get("why.receipts"))
            .words(2, 3, 4, 5);
    for (var sent : view.dispatches()) {
      var state = texts.get("why.send." + sent.state());
      var receipts =
          sent.receipts().stream()
              .map(receipt -> receipt(receipt.type()) + " " + Formats.moment(receipt.at(), zone))
              .collect(Collectors.joining(texts.get("list.comma")));
      table.row(
          channel(sent.channel()),
          RunWords.block(blocks, sent.elementId(), sent.pass()),
          sent.rule() == null ? state : texts.get("why.because", state, reason(sent.rule())),
          sent.sentAt() == null ? "–" : Formats.moment(sent.sentAt(), zone),
          receipts);
    }
    add(new H4(texts.get("why.sends")), table);
  }

  private void rest(WhyView view) {
    var lead = view.lead();
    if (lead != null) {
      var outcome =
          lead.outcome() == null
              ? texts.get("leads.state." + lead.state())
              : texts.get("leads.outcome." + lead.outcome());
      var staff = lead.staff() == null ? texts.get("team.unassigned") : lead.staff();
      add(new Div(new Span(texts.get("why.lead", staff, outcome, Formats.day(lead.dueOn())))));
    }
    for (var sale : view.conversions()) {
      add(
          new Div(
              new Span(texts.get("why.sale", sale.product(), Formats.moment(sale.at(), zone)))));
    }
  }

  private String channel(String code) {
    return word("channel." + code, code);
  }

  private String receipt(String type) {
    return word("why.receipt." + type.toUpperCase(Locale.ROOT), type);
  }

  private String reason(@Nullable String code) {
    var known = String.valueOf(code).toUpperCase(Locale.ROOT);
    return word("why.reason." + known, word("rule." + known, known));
  }

  private String word(String key, String otherwise) {
    return texts.has(key) ? texts.get(key) : otherwise;
  }

  private static String yuan(double value) {
    return Formats.yuan(BigDecimal.valueOf(value));
  }
}
