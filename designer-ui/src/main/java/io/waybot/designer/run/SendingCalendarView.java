package io.waybot.designer.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.db.content.Channel;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.rehearsal.SendingCalendar;
import io.waybot.runtime.rehearsal.SendingDay;
import io.waybot.runtime.rehearsal.SendingDay.JourneyShare;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.stream.Collectors;

/** What the next 30 business days are expected to send, against what each channel can carry. */
@Route("sending")
@Page(text = "sending.title", menu = MenuGroup.RUNS, order = 15)
@RolesAllowed({"PLANNER", "APPROVER", "MANAGER", "ADMIN"})
class SendingCalendarView extends VerticalLayout {
  private static final int DAYS = 30;
  private final transient Texts texts;

  SendingCalendarView(SendingCalendar calendar, CurrentUser user, Texts texts) {
    this.texts = texts;
    setSizeFull();
    var days = calendar.next(DAYS, user.get().scope());
    var channels = calendar.channels();
    var grid = new Grid<SendingDay>();
    grid.setId("sending");
    grid.setSizeFull();
    grid.addComponentColumn(this::date)
        .setHeader(texts.get("sending.date"))
        .setWidth("190px")
        .setFlexGrow(0);
    for (var channel : channels) {
      boolean carries =
          days.stream().anyMatch(day -> day.channels().getOrDefault(channel.code(), 0) > 0);
      if (carries) {
        grid.addComponentColumn(day -> volume(day, channel))
            .setHeader(name(channel))
            .setTextAlign(ColumnTextAlign.END)
            .setWidth("150px")
            .setFlexGrow(0);
      }
    }
    grid.addComponentColumn(this::journeys).setHeader(texts.get("sending.journeys"));
    grid.setItems(days);
    add(
        new PageHeader(texts.get("sending.title"), texts.get("sending.what")),
        summary(days, calendar),
        grid);
  }

  /** Says first on which days a channel is asked for more than it can carry. */
  private Span summary(List<SendingDay> days, SendingCalendar calendar) {
    var over =
        days.stream()
            .filter(day -> calendar.channels().stream().anyMatch(channel -> over(day, channel) > 0))
            .map(day -> Formats.shortDay(day.date()))
            .toList();
    var said =
        new Span(
            over.isEmpty()
                ? texts.get("sending.fits")
                : texts.get(
                    "sending.overOn", over.size(), String.join(texts.get("list.comma"), over)));
    said.setId("sending-summary");
    said.addClassName(over.isEmpty() ? "wb-good" : "wb-bad");
    return said;
  }

  private Component date(SendingDay day) {
    var date = new Span(Formats.day(day.date()));
    if (!day.businessDay()) {
      date.addClassName("wb-muted");
      date.setTitle(texts.get("sending.noBusinessDay"));
    }
    return date;
  }

  private Component volume(SendingDay day, Channel channel) {
    int expected = day.channels().getOrDefault(channel.code(), 0);
    if (expected == 0) {
      return new Span("–");
    }
    var text =
        new Span(
            texts.get(
                "sending.of", Formats.count(expected), Formats.count(channel.dailyCapacity())));
    int over = over(day, channel);
    if (over == 0) {
      return text;
    }
    var words = new Span(texts.get("sending.over", Formats.count(over)));
    words.addClassName("wb-sending-over");
    var both = new Div(text, words);
    both.addClassName("wb-bad");
    return both;
  }

  private static int over(SendingDay day, Channel channel) {
    return Math.max(0, day.channels().getOrDefault(channel.code(), 0) - channel.dailyCapacity());
  }

  private Component journeys(SendingDay day) {
    var all = new Div();
    all.addClassName("wb-row");
    for (var share : day.journeys()) {
      var link = new Anchor("journeys/" + share.journeyId(), name(share));
      link.setTitle(
          texts.get("sending.basis." + share.basis())
              + share.sends().entrySet().stream()
                  .map(send ->
                      "\n"
                          + texts.get("channel." + send.getKey())
                          + " "
                          + Formats.count(send.getValue()))
                  .collect(Collectors.joining()));
      all.add(link);
    }
    return all;
  }

  private static String name(JourneyShare share) {
    return Texts.isChinese(Texts.language()) ? share.nameZh() : share.nameEn();
  }

  private static String name(Channel channel) {
    return channel.name(Texts.isChinese(Texts.language()) ? "zh" : "en");
  }
}
