package io.waybot.designer.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FrameItem;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.dispatch.StopService;
import io.waybot.runtime.journey.JourneyList;
import io.waybot.runtime.rules.ChannelService;
import org.springframework.stereotype.Component;

/** The red button that stops sending. */
@Component
class StopButton implements FrameItem {
  private final StopService stops;
  private final ChannelService channels;
  private final JourneyList journeys;
  private final CurrentUser user;
  private final Texts texts;
  private final Attempt attempt;

  StopButton(
      StopService stops,
      ChannelService channels,
      JourneyList journeys,
      CurrentUser user,
      Texts texts,
      Attempt attempt) {
    this.stops = stops;
    this.channels = channels;
    this.journeys = journeys;
    this.user = user;
    this.texts = texts;
    this.attempt = attempt;
  }

  @Override
  public Place place() {
    return Place.BAR_END;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public boolean visible() {
    return MayStop.is(user);
  }

  @Override
  public com.vaadin.flow.component.Component build() {
    var button =
        new Button(
            texts.get("stop.button"),
            click ->
                new StopDialog(stops, channels.today(), journeys.of(user.get()), texts, attempt)
                    .open());
    button.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
    button.addClassName("wb-stop");
    return button;
  }
}
