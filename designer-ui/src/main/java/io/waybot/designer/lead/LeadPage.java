package io.waybot.designer.lead;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.waybot.db.brief.ServiceBriefs;
import io.waybot.db.content.Scripts.Script;
import io.waybot.db.lead.LeadState;
import io.waybot.designer.brief.BriefCard;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Card;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.lead.LeadRow;
import io.waybot.runtime.lead.LeadService;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One customer to call: why, what to say, what not to say, and what came of it. */
@Route("leads/:id")
@Page(text = "leads.one")
@RolesAllowed({"STAFF", "MANAGER"})
class LeadPage extends VerticalLayout implements BeforeEnterObserver {
  private final LeadService leads;
  private final ServiceBriefs briefs;
  private final Texts texts;
  private final Attempt attempt;

  LeadPage(LeadService leads, ServiceBriefs briefs, Texts texts, Attempt attempt) {
    this.leads = leads;
    this.briefs = briefs;
    this.texts = texts;
    this.attempt = attempt;
    addClassName("wb-leads");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    try {
      var id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
      var detail = leads.get(id);
      show(detail.lead(), detail.script());
    } catch (IllegalArgumentException | ApiProblem unknown) {
      throw new NotFoundException();
    }
  }

  private void show(LeadRow lead, @Nullable Script script) {
    removeAll();
    add(new RouterLink(texts.get("leads.back"), LeadsView.class), who(lead));
    if (lead.state() == LeadState.OPEN) {
      add(new OutcomeButtons(leads, texts, attempt, lead));
    } else {
      add(ended(lead));
    }
    add(why(lead));
    if (script != null) {
      add(says(script));
    }
    add(never(lead, script));
    briefs.ofRun(lead.runId()).forEach(brief -> add(new BriefCard(texts, brief)));
  }

  private Div who(LeadRow lead) {
    var name = new Span(LeadWords.customer(lead));
    name.addClassName("wb-lead-name");
    var head = new Div(name, new Span(lead.phone()), LeadWords.due(texts, lead));
    head.addClassName("wb-lead-head");
    var product = new Div(new Span(LeadWords.product(texts, lead)));
    product.addClassName("wb-lead-product");
    var number = new Span(texts.get("leads.number", lead.customer(), LeadWords.journey(lead)));
    number.addClassName("wb-muted");
    var customer = new Anchor("customers/" + lead.customer(), texts.get("customer.open"));
    var about = new Div(number, customer);
    about.addClassName("wb-line");
    return card(head, product, about);
  }

  private Div why(LeadRow lead) {
    var reasons = new UnorderedList();
    lead.reasons().forEach(reason -> reasons.add(new ListItem(LeadWords.reason(reason))));
    return new Card(
        texts.get("leads.why"),
        lead.reasons().isEmpty() ? new Span(texts.get("leads.why.none")) : reasons);
  }

  private Div says(Script script) {
    boolean chinese = LeadWords.chinese();
    var says = new Paragraph(chinese ? script.textZh() : script.textEn());
    says.addClassName("wb-script");
    return new Card(texts.get("leads.script"), says);
  }

  /** What the law forbids for the product's class, and what the script forbids besides. */
  private Div never(LeadRow lead, @Nullable Script script) {
    var card = new Card(texts.get("leads.dont"));
    var law = "leads.dont." + lead.productClass();
    card.add(dont(texts.get(texts.has(law) ? law : "leads.dont.any")));
    var own = script == null ? null : LeadWords.chinese() ? script.dontZh() : script.dontEn();
    if (own != null && !own.isBlank()) {
      card.add(dont(own));
    }
    return card;
  }

  private static Paragraph dont(String words) {
    var never = new Paragraph(words);
    never.addClassNames("wb-script", "wb-dont");
    return never;
  }

  private Div ended(LeadRow lead) {
    var state =
        new Span(
            lead.outcome() == null
                ? texts.get("leads.state." + lead.state())
                : texts.get("leads.outcome." + lead.outcome()));
    state.addClassNames("wb-pill", "wb-pill-good");
    var card = new Card(texts.get("leads.ended"), state);
    if (lead.note() != null) {
      card.add(new Paragraph(lead.note()));
    }
    if (lead.callAgainOn() != null) {
      card.add(new Span(texts.get("leads.again", Formats.day(lead.callAgainOn()))));
    }
    return card;
  }

  private static Div card(Component... parts) {
    var card = new Div(parts);
    card.addClassName("wb-card");
    card.setWidthFull();
    return card;
  }
}
