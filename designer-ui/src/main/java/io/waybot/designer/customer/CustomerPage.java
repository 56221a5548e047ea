package io.waybot.designer.customer;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.db.dispatch.OptOutLedger;
import io.waybot.designer.shell.Card;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.customer.CustomerHistory;
import io.waybot.runtime.customer.CustomerHistory.Contact;
import io.waybot.runtime.customer.MaskedCustomer;
import io.waybot.runtime.dispatch.OptOutService;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/**
 * One customer as the counter may see them: masked, what they said about being contacted, and what
 * reached them. A customer of a control group looks like anybody who was not written to.
 */
@Route("customers/:no")
@Page(text = "customer.title")
@RolesAllowed({"STAFF", "MANAGER", "PLANNER", "APPROVER", "ADMIN"})
class CustomerPage extends VerticalLayout implements BeforeEnterObserver {
  private final CustomerHistory history;
  private final OptOutService wishes;
  private final CurrentUser user;
  private final Texts texts;
  private final ZoneId zone;

  CustomerPage(
      CustomerHistory history,
      OptOutService wishes,
      CurrentUser user,
      Texts texts,
      @Value("${waybot.zone}") ZoneId zone) {
    this.history = history;
    this.wishes = wishes;
    this.user = user;
    this.texts = texts;
    this.zone = zone;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var number = event.getRouteParameters().get("no").orElse("");
    try {
      show(history.of(number), wishes.wishes(number));
    } catch (ApiProblem unknown) {
      throw new NotFoundException();
    }
  }

  private void show(CustomerHistory.History found, OptOutService.Wishes said) {
    removeAll();
    var customer = found.customer();
    add(
        new PageHeader(
            texts.get(
                "customer.of", customer.key(), chinese() ? customer.nameZh() : customer.nameEn()),
            texts.get("customer.what")));
    add(who(customer), said(found, said), contacts(found));
  }

  private Div who(MaskedCustomer customer) {
    var unit = customer.org() + " " + (chinese() ? customer.orgZh() : customer.orgEn());
    var card =
        new Card(
            texts.get("customer.profile"),
            new SmallTable(
                    texts.get("customers.phone"),
                    texts.get("customers.org"),
                    texts.get("customers.staff"))
                .words(2, 3)
                .row(
                    customer.phone(), unit, Optional.ofNullable(customer.homeStaff()).orElse("–")));
    if (user.get().isAny(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
      card.add(new Anchor("why?customer=" + customer.key(), texts.get("customer.why")));
    }
    return card;
  }

  /** What the bank's data say, and what the customer told us since: the later word counts. */
  private Div said(CustomerHistory.History found, OptOutService.Wishes said) {
    boolean agreed =
        said.consents().isEmpty() ? found.agreed() : said.consents().getLast().granted();
    var channels =
        Stream.concat(
                found.optedOut().stream(),
                said.optOuts().stream()
                    .filter(optOut -> optOut.liftedAt() == null)
                    .map(OptOutLedger.OptOut::channel))
            .distinct()
            .sorted()
            .map(this::channel)
            .toList();
    var card =
        new Card(
            texts.get("customer.said"),
            new Div(new Span(texts.get(agreed ? "customer.agreed" : "customer.notAgreed"))),
            new Div(
                new Span(
                    channels.isEmpty()
                        ? texts.get("consent.optOuts.none")
                        : texts.get(
                            "customer.optedOut", String.join(texts.get("list.comma"), channels)))));
    found.stops().forEach(rule -> card.add(new Div(new Span(texts.get("rule." + rule)))));
    return card;
  }

  private Div contacts(CustomerHistory.History found) {
    if (found.contacts().isEmpty()) {
      return new Card(
          texts.get("customer.contacts"), new Div(new Span(texts.get("customer.contacts.none"))));
    }
    var table =
        new SmallTable(
                texts.get("customer.at"),
                texts.get("run.channel"),
                texts.get("run.journey"),
                texts.get("customer.about"),
                texts.get("customer.outcome"))
            .words(2, 3, 4, 5);
    for (var contact : found.contacts()) {
      table.row(
          Formats.moment(contact.at(), zone),
          channel(contact.channel()),
          chinese() ? contact.journeyZh() : contact.journeyEn(),
          Optional.ofNullable(chinese() ? contact.titleZh() : contact.titleEn()).orElse("–"),
          outcome(contact));
    }
    return new Card(texts.get("customer.contacts"), table);
  }

  private String outcome(Contact contact) {
    var outcome = contact.outcome();
    return contact.channel().equals("branch")
        ? word("leads.outcome.", outcome)
        : word("why.receipt.", outcome);
  }

  private String word(String prefix, @Nullable String code) {
    if (code == null) {
      return "–";
    }
    var key = prefix + code.toUpperCase(Locale.ROOT);
    return texts.has(key) ? texts.get(key) : code;
  }

  private String channel(String code) {
    var key = "channel." + code;
    return code.equals("*") ? texts.get("run.all") : texts.has(key) ? texts.get(key) : code;
  }

  private static boolean chinese() {
    return Texts.isChinese(Texts.language());
  }
}
