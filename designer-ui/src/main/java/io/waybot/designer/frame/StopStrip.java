package io.waybot.designer.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.db.dispatch.StopOrders.StopOrder;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.FrameItem;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.dispatch.StopService;
import io.waybot.runtime.journey.JourneyList;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The red bar while sending is stopped; two people together let it go on. */
@Component
class StopStrip implements FrameItem {
  private final StopService stops;
  private final JourneyList journeys;
  private final CurrentUser user;
  private final Texts texts;
  private final Attempt attempt;
  private final ZoneId zone;

  StopStrip(
      StopService stops,
      JourneyList journeys,
      CurrentUser user,
      Texts texts,
      Attempt attempt,
      @Value("${waybot.zone}") ZoneId zone) {
    this.stops = stops;
    this.journeys = journeys;
    this.user = user;
    this.texts = texts;
    this.attempt = attempt;
    this.zone = zone;
  }

  @Override
  public Place place() {
    return Place.STRIP;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean visible() {
    return user.find().isPresent() && !stops.active().isEmpty();
  }

  @Override
  public com.vaadin.flow.component.Component build() {
    var bars = new Div();
    stops.active().forEach(order -> bars.add(bar(order)));
    return bars;
  }

  private Div bar(StopOrder order) {
    var words =
        texts.get(
            "stop.active",
            target(order),
            order.orderedBy(),
            Formats.moment(order.orderedAt(), zone),
            order.reason());
    var bar = new Div(new Span(words));
    bar.addClassNames("wb-strip", "wb-strip-stop");
    if (MayStop.is(user)) {
      bar.add(release(order));
    }
    return bar;
  }

  private Button release(StopOrder order) {
    var asked = order.releaseAskedBy();
    var label = asked == null ? texts.get("stop.release") : texts.get("stop.release.second", asked);
    var button = new Button(label);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    button.setEnabled(!user.get().login().equals(asked));
    button.addClickListener(click ->
        attempt
            .get(() -> stops.release(order.id()))
            .ifPresent(released -> {
              Notice.good(texts.get(released ? "stop.released" : "stop.release.asked"));
              click.getSource().getUI().ifPresent(ui -> ui.getPage().reload());
            }));
    return button;
  }

  private String target(StopOrder order) {
    var scope = texts.get("stop.scope." + order.scope());
    return switch (order.scope()) {
      case ALL -> scope;
      case CHANNEL -> scope + " " + texts.get("channel." + order.target());
      case BRANCH -> scope + " " + order.target();
      case JOURNEY ->
          scope
              + " "
              + journeys.of(user.get()).stream()
                  .filter(row -> row.id().toString().equals(order.target()))
                  .map(row -> Texts.isChinese(Texts.language()) ? row.nameZh() : row.nameEn())
                  .findFirst()
                  .orElse("");
    };
  }
}
