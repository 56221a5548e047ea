package io.waybot.designer.why;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.db.brief.ServiceBriefs;
import io.waybot.designer.brief.BriefCard;
import io.waybot.designer.design.JourneyNames;
import io.waybot.designer.run.RunBlocks;
import io.waybot.designer.shell.DateField;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.StateMessage;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.ApiProblem;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.rules.BusinessDate;
import io.waybot.runtime.run.RunList;
import io.waybot.runtime.run.RunReport;
import io.waybot.runtime.why.WhyService;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;

/** One customer, one date: every run of that day and what became of the customer in it. */
@Route("why")
@Page(text = "why.title", menu = MenuGroup.RUNS, order = 30)
@RolesAllowed({"PLANNER", "APPROVER", "ANALYST", "ADMIN"})
class WhyPage extends VerticalLayout implements BeforeEnterObserver {
  private static final int RUNS = 50;
  private final WhyService why;
  private final RunList runs;
  private final ServiceBriefs briefs;
  private final JourneyNames journeys;
  private final RunReport reports;
  private final RunBlocks blocks;
  private final CurrentUser user;
  private final Texts texts;
  private final ZoneId zone;
  private final TextField customer = new TextField();
  private final DateField date = new DateField();
  private final Div answers = new Div();

  WhyPage(
      WhyService why,
      RunList runs,
      ServiceBriefs briefs,
      JourneyNames journeys,
      RunReport reports,
      RunBlocks blocks,
      BusinessDate dates,
      CurrentUser user,
      Texts texts,
      @Value("${waybot.zone}") ZoneId zone) {
    this.why = why;
    this.runs = runs;
    this.briefs = briefs;
    this.journeys = journeys;
    this.reports = reports;
    this.blocks = blocks;
    this.user = user;
    this.texts = texts;
    this.zone = zone;
    customer.setLabel(texts.get("customers.no"));
    date.setLabel(texts.get("run.date"));
    date.setValue(dates.now().date());
    var ask = new Button(texts.get("why.ask"), click -> ask());
    ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    ask.addClickShortcut(Key.ENTER);
    var form = new HorizontalLayout(customer, date, ask);
    form.setAlignItems(Alignment.END);
    answers.addClassName("wb-stack");
    answers.add(StateMessage.empty(texts.get("why.empty"), texts.get("why.empty.what")));
    add(new PageHeader(texts.get("why.title"), texts.get("why.what")), form, answers);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    parameters.getSingleParameter("date").flatMap(WhyPage::date).ifPresent(date::setValue);
    parameters
        .getSingleParameter("customer")
        .ifPresent(number -> {
          customer.setValue(number);
          ask();
        });
  }

  /** Empty for what is no date: an address can be typed. */
  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException typed) {
      return Optional.empty();
    }
  }

  private Map<String, String> blocks(RunList.Row run) {
    return blocks.names(reports.of(run.id(), user.get().scope()));
  }

  private void ask() {
    var number = customer.getValue().strip();
    if (number.isEmpty() || date.getValue() == null) {
      return;
    }
    answers.removeAll();
    if (user.get().isAny(Role.PLANNER, Role.APPROVER, Role.ADMIN)) {
      answers.add(new Anchor("customers/" + number, texts.get("why.customer")));
    }
    var found =
        runs.page(new RunList.Filter(null, null, date.getValue()), user.get().scope(), 0, RUNS);
    if (found.isEmpty()) {
      answers.add(StateMessage.empty(texts.get("why.noRun"), texts.get("why.noRun.what")));
    }
    var names = journeys.byKey();
    try {
      for (var run : found) {
        answers.add(new WhyCard(texts, run, why.of(run.id(), number), names, blocks(run), zone));
        briefs.ofRun(run.id()).forEach(brief -> answers.add(new BriefCard(texts, brief)));
      }
    } catch (ApiProblem unknown) {
      answers.removeAll();
      answers.add(
          StateMessage.empty(texts.get("why.nobody", number), texts.get("why.nobody.what")));
    }
  }
}
