package io.waybot.designer.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Card;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.dispatch.OptOutWeeks;
import io.waybot.runtime.monitor.InstanceMonitor;
import io.waybot.runtime.robot.RobotRegistry;
import io.waybot.runtime.rules.BusinessDate;
import io.waybot.runtime.rules.ChannelService;
import io.waybot.runtime.rules.ChannelUse;
import org.springframework.stereotype.Component;

/** How the bank as a whole stands today: what goes out, who objects, what needs a hand. */
@Component
class BankCards {
  private final ChannelService channels;
  private final OptOutWeeks optOuts;
  private final InstanceMonitor monitor;
  private final RobotRegistry robots;
  private final BusinessDate dates;
  private final Texts texts;

  BankCards(
      ChannelService channels,
      OptOutWeeks optOuts,
      InstanceMonitor monitor,
      RobotRegistry robots,
      BusinessDate dates,
      Texts texts) {
    this.channels = channels;
    this.optOuts = optOuts;
    this.monitor = monitor;
    this.robots = robots;
    this.dates = dates;
    this.texts = texts;
  }

  /** Sends of today by channel, and opt-outs of the last week against the week before. */
  Div sentToday() {
    var card = new Card(texts.get("home.sent"));
    var used = channels.today().stream().filter(use -> use.usedToday() > 0).toList();
    if (used.isEmpty()) {
      card.add(line(new Span(texts.get("home.sent.none")), "wb-muted"));
    } else {
      var table =
          new SmallTable(
              texts.get("channels.name"), texts.get("home.sent"), texts.get("channels.capacity"));
      used.forEach(use -> row(table, use));
      card.add(table);
    }
    var weeks = optOuts.count();
    var words =
        new Span(
            texts.get("home.optOuts", Formats.count(weeks.last()), Formats.count(weeks.before())));
    card.add(line(words, weeks.unusual() ? "wb-bad" : "wb-muted"));
    return card;
  }

  private static void row(SmallTable table, ChannelUse use) {
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    table.row(
        use.channel().name(language),
        Formats.count(use.usedToday()),
        Formats.count(use.channel().dailyCapacity()));
  }

  /** What needs an administrator: incidents, robots, data. */
  Div operations() {
    int open = monitor.openIncidents().size();
    var incidents = new Anchor("incidents", texts.get("home.incidents", Formats.count(open)));
    incidents.addClassName(open > 0 ? "wb-bad" : "wb-good");
    var line = new Div(incidents, robots(), data());
    line.addClassName("wb-line");
    var card = new Card(texts.get("home.operations"));
    card.add(line);
    return card;
  }

  private Anchor robots() {
    var all = robots.rows();
    long down = all.stream().filter(row -> !row.alive()).count();
    long paused = all.stream().filter(RobotRegistry.Row::paused).count();
    var link =
        new Anchor(
            "robots",
            texts.get(
                "home.robots",
                Formats.count(all.size() - down),
                Formats.count(down),
                Formats.count(paused)));
    link.addClassName(down > 0 ? "wb-bad" : paused > 0 ? "wb-warn" : "wb-good");
    return link;
  }

  private Anchor data() {
    var now = dates.now();
    var of = now.dataOf();
    var link =
        new Anchor(
            "imports",
            of == null ? texts.get("bar.data.none") : texts.get("home.data", Formats.day(of)));
    link.addClassName(of == null || now.old() ? "wb-warn" : "wb-good");
    return link;
  }

  private static Div line(Span words, String look) {
    words.addClassName(look);
    return new Div(words);
  }
}
