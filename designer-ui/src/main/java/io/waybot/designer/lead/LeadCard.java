package io.waybot.designer.lead;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.lead.LeadRow;

/** One lead in the list: who, what for, why, until when; the whole card opens it. */
class LeadCard extends RouterLink {

  LeadCard(Texts texts, LeadRow lead) {
    super("", LeadPage.class, new RouteParameters("id", lead.id().toString()));
    addClassNames("wb-card", "wb-lead");
    var name = new Span(LeadWords.customer(lead));
    name.addClassName("wb-lead-name");
    var phone = new Span(lead.phone());
    phone.addClassName("wb-muted");
    var head = new Div(name, phone, LeadWords.due(texts, lead));
    head.addClassName("wb-lead-head");
    var product = new Div(new Span(LeadWords.product(texts, lead)));
    product.addClassName("wb-lead-product");
    var reasons = new UnorderedList();
    lead.reasons().forEach(reason -> reasons.add(new ListItem(LeadWords.reason(reason))));
    add(head, product, reasons);
    if (lead.callAgainOn() != null) {
      var again = new Span(texts.get("leads.again", Formats.day(lead.callAgainOn())));
      again.addClassName("wb-warn");
      add(again);
    }
    if (lead.outcome() != null && lead.callAgainOn() == null) {
      add(new Span(texts.get("leads.outcome." + lead.outcome())));
    }
  }
}
