package io.waybot.designer.consent;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.dispatch.OptOutService;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;

/** One customer's consent and opt-outs, and the button that records an opt-out at once. */
@Route("consent")
@Page(text = "consent.title", menu = MenuGroup.RULES, order = 40)
@RolesAllowed({"PLANNER", "APPROVER", "ADMIN", "MANAGER", "STAFF"})
class ConsentView extends VerticalLayout {
  private static final String EVERY = "*";
  private final OptOutService service;
  private final Texts texts;
  private final Attempt attempt;
  private final ZoneId zone;
  private final TextField customer = new TextField();
  private final Div found = new Div();

  ConsentView(
      OptOutService service, Texts texts, Attempt attempt, @Value("${waybot.zone}") ZoneId zone) {
    this.service = service;
    this.texts = texts;
    this.attempt = attempt;
    this.zone = zone;
    customer.setLabel(texts.get("customers.no"));
    var show = new Button(texts.get("consent.show"), click -> show());
    show.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    show.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
    var ask = new HorizontalLayout(customer, show);
    ask.setAlignItems(Alignment.END);
    found.addClassName("wb-stack");
    found.add(StateMessage.empty(texts.get("consent.empty"), texts.get("consent.empty.what")));
    add(new PageHeader(texts.get("consent.title"), texts.get("consent.what")), ask, found);
  }

  private void show() {
    var key = customer.getValue().strip();
    if (key.isEmpty()) {
      return;
    }
    found.removeAll();
    attempt
        .get(() -> service.wishes(key))
        .ifPresent(wishes -> found.add(optOuts(key, wishes), consents(wishes)));
  }

  private Div optOuts(String key, OptOutService.Wishes wishes) {
    var card = new Div(new H3(texts.get("consent.optOuts")));
    if (wishes.optOuts().isEmpty()) {
      card.add(new Span(texts.get("consent.optOuts.none")));
    } else {
      var table =
          new SmallTable(
                  texts.get("run.channel"),
                  texts.get("consent.at"),
                  texts.get("consent.source"),
                  texts.get("consent.lifted"))
              .words(2, 3, 4);
      wishes
          .optOuts()
          .forEach(o ->
              table.row(
                  channel(o.channel()),
                  Formats.moment(o.at(), zone),
                  source(o.source()),
                  Optional.ofNullable(o.liftedAt())
                      .map(at -> Formats.moment(at, zone))
                      .orElse("–")));
      card.add(table);
    }
    var channels = new Select<String>();
    channels.setLabel(texts.get("run.channel"));
    channels.setItems(EVERY, "sms", "push", "email", "wecom", "call", "branch");
    channels.setItemLabelGenerator(this::channel);
    channels.setValue(EVERY);
    var record =
        new Button(
            texts.get("consent.optOut"),
            click -> {
              if (attempt.to(
                  () -> service.optOut(key, channels.getValue(), null, "service_desk"))) {
                Notice.good(texts.get("consent.recorded"));
                show();
              }
            });
    record.addThemeVariants(ButtonVariant.LUMO_ERROR);
    var act = new HorizontalLayout(channels, record);
    act.setAlignItems(Alignment.END);
    card.add(act);
    card.addClassName("wb-card");
    return card;
  }

  private Div consents(OptOutService.Wishes wishes) {
    var card = new Div(new H3(texts.get("consent.consents")));
    if (wishes.consents().isEmpty()) {
      card.add(new Span(texts.get("consent.consents.none")));
    } else {
      var table =
          new SmallTable(
                  texts.get("consent.granted"),
                  texts.get("consent.at"),
                  texts.get("consent.source"),
                  texts.get("consent.version"))
              .words(2, 3, 4);
      wishes
          .consents()
          .forEach(entry ->
              table.row(
                  texts.get(entry.granted() ? "consent.yes" : "consent.no"),
                  Formats.moment(entry.at(), zone),
                  source(entry.source()),
                  Optional.ofNullable(entry.textVersion()).orElse("–")));
      card.add(table);
    }
    card.addClassName("wb-card");
    return card;
  }

  private String channel(String code) {
    return code.equals(EVERY) ? texts.get("run.all") : texts.get("channel." + code);
  }

  private String source(String code) {
    var key = "consent.source." + code;
    return texts.has(key) ? texts.get(key) : code;
  }
}
