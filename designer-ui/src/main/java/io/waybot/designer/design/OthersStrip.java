package io.waybot.designer.design;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.SignedIn;
import io.waybot.runtime.journey.JourneyEditors;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The strip above the drawing while somebody else draws on the same journey, or has saved it
 * meanwhile. The browser asks every few seconds, which is also how it says that it is there. With
 * nothing to say the strip is empty rather than invisible: an invisible one could not ask.
 */
class OthersStrip extends Div {
  private static final int BEAT_MILLIS = 5_000;
  private static final String BEAT =
      "clearInterval(this.beat); this.beat = setInterval(() => this.isConnected"
          + " ? this.dispatchEvent(new CustomEvent('wb-alive')) : clearInterval(this.beat), $0)";

  private final UUID tab = UUID.randomUUID();
  private final Texts texts;
  private final Clock clock;
  private final JourneyEditors editors;
  private final DesignerPresenter presenter;
  private final SignedIn person;
  private final UUID journey;

  OthersStrip(
      Texts texts,
      Clock clock,
      JourneyEditors editors,
      DesignerPresenter presenter,
      SignedIn person,
      UUID journey) {
    this.texts = texts;
    this.clock = clock;
    this.editors = editors;
    this.presenter = presenter;
    this.person = person;
    this.journey = journey;
    setId("others");
    setClassName("wb-others");
    getElement().addEventListener("wb-alive", alive -> beat()).allowInert();
  }

  @Override
  protected void onAttach(AttachEvent attached) {
    getElement().executeJs(BEAT, BEAT_MILLIS);
    beat();
  }

  @Override
  protected void onDetach(DetachEvent detached) {
    editors.left(journey, tab);
  }

  /** Looks around anew. */
  void beat() {
    removeAll();
    var others = editors.seen(journey, tab, person);
    if (!others.isEmpty()) {
      add(
          new Span(
              others.stream().map(this::sentence).distinct().collect(Collectors.joining(" "))));
    }
    if (presenter.saving().undecided()) {
      add(
          new Span(texts.get("others.undecided")),
          button("decide", presenter.saving()::askAboutClash));
    }
    presenter
        .saving()
        .newer()
        .ifPresent(newer -> {
          var at = time(newer.version().savedAt());
          add(new Span(texts.get("others.newer", at)), button("load", presenter::start));
        });
  }

  private String sentence(JourneyEditors.Other other) {
    var since = time(other.since());
    return other.self()
        ? texts.get("others.self", since)
        : texts.get("others.editing", other.name(Texts.language()), since);
  }

  private String time(Instant at) {
    return Formats.time(LocalTime.ofInstant(at, clock.getZone()));
  }

  private Button button(String key, Runnable act) {
    var button = new Button(texts.get("others." + key));
    button.setId("others-" + key);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    button.addClickListener(click -> {
      act.run();
      beat();
    });
    return button;
  }
}
