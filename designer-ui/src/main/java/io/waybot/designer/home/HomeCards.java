package io.waybot.designer.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.bots.evaluate.Overall;
import io.waybot.db.journey.VersionState;
import io.waybot.designer.design.JourneyWords;
import io.waybot.designer.results.ResultWords;
import io.waybot.designer.run.RunWords;
import io.waybot.designer.shell.Card;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.ApprovalInbox;
import io.waybot.runtime.journey.JourneyList;
import io.waybot.runtime.journey.JourneyRow;
import io.waybot.runtime.results.ResultsService;
import io.waybot.runtime.rules.BusinessDate;
import io.waybot.runtime.run.RunList;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What journeys and runs ask of a person, and what they brought. */
@Component
class HomeCards {
  private static final int RUNS_SHOWN = 8;
  private final ApprovalInbox inbox;
  private final JourneyList journeys;
  private final JourneyWords words;
  private final RunList runs;
  private final ResultsService results;
  private final BusinessDate dates;
  private final Texts texts;
  private final Clock clock;
  private final ZoneId zone;

  HomeCards(
      ApprovalInbox inbox,
      JourneyList journeys,
      JourneyWords words,
      RunList runs,
      ResultsService results,
      BusinessDate dates,
      Texts texts,
      Clock clock,
      @Value("${waybot.zone}") ZoneId zone) {
    this.inbox = inbox;
    this.journeys = journeys;
    this.words = words;
    this.runs = runs;
    this.results = results;
    this.dates = dates;
    this.texts = texts;
    this.clock = clock;
    this.zone = zone;
  }

  /** What waits for this person's signature, by due time; red when late. */
  Div inbox(SignedIn person) {
    var waiting = inbox.of(person);
    var card = new Card(texts.get("home.inbox"));
    if (waiting.isEmpty()) {
      card.add(muted("home.inbox.none"));
      return card;
    }
    var table =
        new SmallTable(texts.get("home.journey"), texts.get("home.author"), texts.get("home.due"))
            .words(2, 3);
    for (var item : waiting) {
      var due = new Span(Formats.moment(item.approval().dueAt(), zone));
      due.addClassName(item.approval().dueAt().isBefore(clock.instant()) ? "wb-bad" : "wb-muted");
      table.row(
          new Anchor("approvals/" + item.journey().id(), words.name(item.journey())),
          new Span(item.version().author()),
          due);
    }
    card.add(table);
    return card;
  }

  /** The person's own journeys that are not live yet. */
  Div forMe(SignedIn person) {
    var card = new Card(texts.get("home.forMe"));
    var mine =
        journeys.of(person).stream()
            .filter(row -> row.ownerLogin().equals(person.login()) && !row.retired())
            .filter(row -> row.state() != VersionState.LIVE)
            .toList();
    if (mine.isEmpty()) {
      card.add(muted("home.forMe.none"));
      return card;
    }
    var table = new SmallTable(texts.get("home.journey"), texts.get("home.state")).words(2);
    mine.forEach(row -> table.row(open(row), new Span(state(row))));
    card.add(table);
    return card;
  }

  private Anchor open(JourneyRow row) {
    return new Anchor("journeys/" + row.id(), words.name(row.nameZh(), row.nameEn()));
  }

  private String state(JourneyRow row) {
    return words.state(row.state(), row.version(), row.liveVersion(), row.paused(), row.retired());
  }

  /** Runs of today's business date. */
  Div today(SignedIn person) {
    var card = new Card(texts.get("home.today"));
    var filter = new RunList.Filter(null, null, dates.now().date());
    var found = runs.page(filter, person.scope(), 0, RUNS_SHOWN);
    if (found.isEmpty()) {
      card.add(muted("home.today.none"));
      return card;
    }
    var table =
        new SmallTable(
                texts.get("home.journey"),
                texts.get("run.kind"),
                texts.get("run.state"),
                texts.get("run.started"),
                texts.get("run.reason"))
            .words(2, 3, 4, 5);
    for (var run : found) {
      table.row(
          new Anchor("runs/" + run.id(), RunWords.journey(run)),
          new Span(texts.get("run.kind." + run.kind())),
          RunWords.state(texts, run.state().name()),
          new Span(Formats.moment(run.startedAt(), zone)),
          RunWords.reason(texts, run.state().name(), run.stateReason()));
    }
    card.add(table, new Anchor("today", texts.get("home.today.all")));
    return card;
  }

  /** Each evaluated journey in a sentence. */
  Div results() {
    var card = new Card(texts.get("home.results"));
    var evaluated = results.journeys().stream().filter(result -> result.overall() != null).toList();
    if (evaluated.isEmpty()) {
      card.add(muted("home.results.none"));
    }
    for (var result : evaluated) {
      var name = new Anchor("results/" + result.key(), ResultWords.name(result));
      var line = new Div(name, ResultWords.verdict(result.verdict()));
      line.addClassName("wb-result-card");
      Optional.ofNullable(result.overall()).ifPresent(all -> line.add(sales(all)));
      card.add(line);
    }
    return card;
  }

  /**
   * Everything that was sold beside what the journey caused, so that nobody takes one for the
   * other.
   */
  private Span sales(Overall all) {
    return new Span(
        texts.get(
            "home.sales",
            Formats.count(all.treatmentConverted()),
            Formats.count(Math.round(all.causedSales()))));
  }

  private Span muted(String key) {
    var span = new Span(texts.get(key));
    span.addClassName("wb-muted");
    return span;
  }
}
