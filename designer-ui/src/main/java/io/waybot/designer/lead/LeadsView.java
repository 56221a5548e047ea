package io.waybot.designer.lead;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import io.waybot.db.lead.LeadState;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.lead.LeadRow;
import io.waybot.runtime.lead.LeadService;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Today's work of a relationship manager: customers to call, the most promising first. */
@Route("leads")
@Page(text = "leads.title", menu = MenuGroup.BRANCH, order = 10)
@RolesAllowed({"STAFF", "MANAGER"})
class LeadsView extends VerticalLayout {
  private static final int MOST = 500;
  private static final int AT_ONCE = 40;
  private final Texts texts;
  private final List<LeadRow> open;
  private final List<LeadRow> done;
  private final Tabs tabs;
  private final TextField search = new TextField();
  private final Div cards = new Div();
  private final Button more = new Button();
  private int shown;

  LeadsView(LeadService leads, Texts texts) {
    this.texts = texts;
    open = leads.page(LeadState.OPEN, 0, MOST);
    done = leads.page(LeadState.DONE, 0, MOST);
    addClassName("wb-leads");
    tabs =
        new Tabs(
            new Tab(texts.get("leads.open", count(open))),
            new Tab(texts.get("leads.done", count(done))));
    tabs.addSelectedChangeListener(change -> start());
    search.setPlaceholder(texts.get("leads.search"));
    search.setAriaLabel(texts.get("leads.search"));
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(change -> start());
    search.setWidthFull();
    cards.addClassName("wb-lead-cards");
    more.setText(texts.get("leads.more"));
    more.addClickListener(click -> showMore());
    long late = open.stream().filter(LeadRow::overdue).count();
    add(
        new PageHeader(
            texts.get("leads.title"),
            texts.get("leads.today", count(open), count(done), Formats.count(late))),
        tabs,
        search,
        cards,
        more);
    start();
  }

  private static String count(List<LeadRow> leads) {
    return Formats.count(leads.size()) + (leads.size() == MOST ? "+" : "");
  }

  private void start() {
    shown = 0;
    cards.removeAll();
    showMore();
    if (found().isEmpty()) {
      cards.add(StateMessage.empty(texts.get("leads.none"), texts.get("leads.none.what")));
    }
  }

  private void showMore() {
    var found = found();
    found.stream().skip(shown).limit(AT_ONCE).forEach(lead -> cards.add(new LeadCard(texts, lead)));
    shown = Math.min(found.size(), shown + AT_ONCE);
    more.setVisible(shown < found.size());
  }

  private List<LeadRow> found() {
    var word = search.getValue().strip();
    return (tabs.getSelectedIndex() == 0 ? open : done)
        .stream()
            .filter(lead ->
                word.isEmpty()
                    || lead.customer().startsWith(word)
                    || LeadWords.customer(lead).contains(word))
            .toList();
  }
}
