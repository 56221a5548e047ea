package io.waybot.designer.design;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.rehearsal.CustomerWay;
import io.waybot.runtime.rehearsal.CustomerWays;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One customer's number, and the way that customer went through a run or a rehearsal. */
public class TryCustomer extends Div {
  private final Parts parts;
  private final Consumer<CustomerWay> show;
  private final TextField number = new TextField();
  private final Div stops = new Div();
  private @Nullable UUID run;

  /** What it needs of the house. */
  @Component
  public record Parts(Texts texts, CustomerWays ways, PictureMarks words, Attempt attempt) {}

  /**
   * @param show marks the way on the drawing
   */
  public TryCustomer(Parts parts, Consumer<CustomerWay> show) {
    this.parts = parts;
    this.show = show;
    var texts = parts.texts();
    addClassName("wb-try");
    number.setPlaceholder(texts.get("customers.no"));
    number.setAriaLabel(texts.get("customers.no"));
    number.addThemeVariants(TextFieldVariant.LUMO_SMALL);
    number.setId("try-number");
    number.addKeyPressListener(Key.ENTER, enter -> walk());
    var go = new Button(texts.get("way.try"), click -> walk());
    go.setId("try-go");
    go.addThemeVariants(ButtonVariant.LUMO_SMALL);
    var anybody = new Button(texts.get("way.anybody"), click -> anybody());
    anybody.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    var line = new Div(number, go, anybody);
    line.addClassName("wb-row");
    stops.addClassName("wb-way-stops");
    stops.setId("way-stops");
    add(line, stops);
  }

  /** The run or rehearsal that is asked about. */
  public void in(UUID runId) {
    if (!runId.equals(run)) {
      run = runId;
      stops.removeAll();
    }
  }

  private void anybody() {
    if (run != null) {
      parts.ways().anybody(run).ifPresent(number::setValue);
      walk();
    }
  }

  private void walk() {
    var asked = run;
    var key = number.getValue().strip();
    if (asked != null && !key.isEmpty()) {
      stops.removeAll();
      parts.attempt().get(() -> parts.ways().of(asked, key)).ifPresent(this::walked);
    }
  }

  private void walked(CustomerWay way) {
    for (var stop : way.stops()) {
      var name = new Span(stop.name());
      name.addClassName("wb-way-name");
      var did = new Span(sentence(stop));
      did.addClassName(tone(stop.did()));
      var line = new Div(name, did);
      line.addClassName("wb-way-stop");
      stops.add(line);
    }
    show.accept(way);
  }

  private String sentence(CustomerWay.Stop stop) {
    var texts = parts.texts();
    var set =
        stop.set() == null ? "" : word("run.set." + stop.set(), word("why.send." + stop.set(), ""));
    var reason = stop.reason() == null ? "" : parts.words().rule(stop.reason());
    var key = "way.did." + stop.did();
    var said =
        switch (stop.did()) {
          case WENT_ON -> texts.get(key, set);
          case CONTACTED -> texts.get(key);
          case LEFT, NOT_CONTACTED -> texts.get(key, reason.isEmpty() ? set : reason);
          case NOT_FOUND, SEEN, AHEAD -> texts.get(key);
        };
    return stop.forecast() ? texts.get("way.forecast", said) : said;
  }

  private String word(String key, String otherwise) {
    return parts.texts().has(key) ? parts.texts().get(key) : otherwise;
  }

  private static String tone(CustomerWay.Did did) {
    return switch (did) {
      case CONTACTED -> "wb-good";
      case LEFT, NOT_CONTACTED, NOT_FOUND -> "wb-warn";
      case WENT_ON, SEEN, AHEAD -> "wb-muted";
    };
  }
}
