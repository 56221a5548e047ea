package io.waybot.designer.demo;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;

/** Every message as the invented customers saw it. */
@Route("received")
@Page(text = "received.title", menu = MenuGroup.DEMO, order = 20)
@PermitAll
class ReceivedView extends VerticalLayout {
  private static final int SHOWN = 60;
  private final ObjectProvider<CustomerMessages> world;
  private final Texts texts;
  private final ZoneId zone;
  private final Select<String> channel = new Select<>();
  private final TextField customer = new TextField();
  private final Div messages = new Div();

  ReceivedView(
      ObjectProvider<CustomerMessages> world, Texts texts, @Value("${waybot.zone}") ZoneId zone) {
    this.world = world;
    this.texts = texts;
    this.zone = zone;
    channel.setLabel(texts.get("run.channel"));
    channel.setItems("", "sms", "push", "inbox", "email");
    channel.setItemLabelGenerator(
        code -> code.isEmpty() ? texts.get("run.all") : texts.get("channel." + code));
    channel.setValue("");
    channel.addValueChangeListener(change -> refresh());
    customer.setLabel(texts.get("customers.no"));
    customer.setClearButtonVisible(true);
    customer.setValueChangeMode(ValueChangeMode.LAZY);
    customer.addValueChangeListener(change -> refresh());
    messages.addClassName("wb-messages");
    var again = new Button(texts.get("frame.retry"), click -> refresh());
    again.setText(texts.get("received.refresh"));
    var filters = new HorizontalLayout(channel, customer);
    filters.setWrap(true);
    add(
        new PageHeader(texts.get("received.title"), texts.get("received.what"), again),
        filters,
        messages);
    refresh();
  }

  private void refresh() {
    messages.removeAll();
    var source = world.getIfAvailable();
    if (source == null) {
      messages.add(away());
      return;
    }
    try {
      var found = source.newest(channel.getValue(), customer.getValue().strip(), SHOWN);
      found.forEach(message -> messages.add(card(message)));
      if (found.isEmpty()) {
        messages.add(
            StateMessage.empty(texts.get("received.none"), texts.get("received.none.what")));
      }
    } catch (IOException e) {
      messages.add(away());
    }
  }

  private StateMessage away() {
    return StateMessage.error(texts.get("received.away"), texts.get("received.away.what"));
  }

  private Div card(CustomerMessages.Message message) {
    var kind = new Span(texts.get("channel." + message.channel()));
    kind.addClassNames("wb-pill", "wb-pill-busy");
    var who =
        new Span(
            Optional.ofNullable(message.customer()).orElse("–")
                + " · "
                + Formats.moment(message.at(), zone));
    who.addClassName("wb-muted");
    var head = new Div(kind, who);
    head.addClassName("wb-lead-head");
    var card = new Div(head);
    if (message.title() != null) {
      var title = new Div(new Span(message.title()));
      title.addClassName("wb-card-title");
      card.add(title);
    }
    var body = new Paragraph(message.body());
    body.addClassName("wb-script");
    card.add(body);
    if (message.page() != null) {
      var page = new Span(texts.get("received.page", message.page()));
      page.addClassName("wb-muted");
      card.add(page);
    }
    card.addClassName("wb-card");
    return card;
  }
}
