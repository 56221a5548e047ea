package io.waybot.designer.rules;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.db.content.Channel;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.decision.LatestPrices;
import io.waybot.runtime.rules.ChannelService;
import io.waybot.runtime.rules.ChannelUse;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;

/** Each channel: connected or not, capacity, what today took of it, hours, caps and cost. */
@Route("channels")
@Page(text = "channels.title", menu = MenuGroup.RULES, order = 20)
@RolesAllowed({"PLANNER", "APPROVER", "ADMIN"})
class ChannelsView extends VerticalLayout {
  private final Texts texts;
  private final WorthWords worth;

  ChannelsView(
      ChannelService service,
      LatestPrices prices,
      CurrentUser user,
      Texts texts,
      Attempt attempt,
      @Value("${waybot.zone}") ZoneId zone) {
    this.texts = texts;
    this.worth = new WorthWords(prices, texts, zone);
    setSizeFull();
    var grid = new Grid<ChannelUse>();
    grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
    narrow(grid.addColumn(use -> use.channel().name(language())), "channels.name", 130);
    narrow(grid.addComponentColumn(use -> connection(use.channel())), "channels.connected", 110);
    narrow(
        grid.addColumn(use -> Formats.count(use.channel().dailyCapacity())),
        "channels.capacity",
        110);
    wide(grid.addComponentColumn(this::today), "channels.today");
    wide(grid.addColumn(use -> hours(use.channel())), "channels.hours");
    wide(grid.addColumn(use -> ChannelWords.caps(texts, use.channel())), "channels.caps");
    narrow(grid.addColumn(use -> ChannelWords.cost(use.channel())), "channels.cost", 100);
    wide(grid.addColumn(this::oneMore), "channels.oneMore");
    wide(
        grid.addColumn(use -> texts.get("channels.crash." + use.channel().crashKind())),
        "channels.crash");
    grid.setItems(service.today());
    grid.setSizeFull();
    boolean mayChange = user.get().is(Role.ADMIN);
    if (mayChange) {
      grid.addItemClickListener(click ->
          new ChannelDialog(
                  service,
                  texts,
                  attempt,
                  click.getItem().channel(),
                  worth.ofChannel(click.getItem().channel().code()),
                  () -> grid.setItems(service.today()))
              .open());
    }
    add(
        new PageHeader(
            texts.get("channels.title"),
            texts.get(mayChange ? "channels.what.admin" : "channels.what")),
        grid);
  }

  private void narrow(Grid.Column<ChannelUse> column, String header, int pixels) {
    column.setHeader(texts.get(header)).setWidth(pixels + "px").setFlexGrow(0);
  }

  /** Shares what is left of a small screen: long words wrap, nothing scrolls sideways. */
  private void wide(Grid.Column<ChannelUse> column, String header) {
    column.setHeader(texts.get(header)).setWidth("120px").setFlexGrow(1);
  }

  private Span connection(Channel channel) {
    var state = channel.stopped() ? "stopped" : channel.connected() ? "yes" : "no";
    var span = new Span(texts.get("channels.connected." + state));
    span.addClassName(
        switch (state) {
          case "yes" -> "wb-good";
          case "no" -> "wb-muted";
          default -> "wb-bad";
        });
    return span;
  }

  private VerticalLayout today(ChannelUse use) {
    var bar = new ProgressBar(0, Math.max(1, use.channel().dailyCapacity()));
    bar.setValue(Math.min(use.usedToday(), use.channel().dailyCapacity()));
    var cell =
        new VerticalLayout(
            new Span(
                texts.get(
                    "channels.used", Formats.count(use.usedToday()), Formats.count(use.left()))),
            bar);
    cell.setPadding(false);
    cell.setSpacing(false);
    return cell;
  }

  private String hours(Channel channel) {
    return channel.hours()
        + (channel.businessDaysOnly() ? " " + texts.get("channels.business") : "");
  }

  /** Of the newest decision; a dash for a channel it did not use. */
  private String oneMore(ChannelUse use) {
    var worth = use.oneMoreYuan();
    return worth == null
        ? "–"
        : worth < 0.005
            ? texts.get("channels.oneMore.nothing")
            : Formats.yuan(BigDecimal.valueOf(worth));
  }

  private static String language() {
    return Texts.isChinese(Texts.language()) ? "zh" : "en";
  }
}
