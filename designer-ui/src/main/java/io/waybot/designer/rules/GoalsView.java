package io.waybot.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.Route;
import io.waybot.db.content.Product;
import io.waybot.db.decision.ProductGoal;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.decision.DecisionGoalService;
import io.waybot.runtime.decision.LatestPrices;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/** What the bank asks of every decision: goals per product, exclusions, households. */
@Route("goals")
@Page(text = "goals.title", menu = MenuGroup.RULES, order = 25)
@RolesAllowed({"PLANNER", "APPROVER", "ADMIN"})
class GoalsView extends VerticalLayout {
  private final DecisionGoalService goals;
  private final Texts texts;
  private final Attempt attempt;
  private final boolean mayChange;
  private final WorthWords worth;
  private final Div cards = new Div();

  GoalsView(
      DecisionGoalService goals,
      LatestPrices prices,
      Texts texts,
      Attempt attempt,
      @Value("${waybot.zone}") ZoneId zone) {
    this.goals = goals;
    this.worth = new WorthWords(prices, texts, zone);
    this.texts = texts;
    this.attempt = attempt;
    this.mayChange = goals.mayChange();
    cards.addClassName("wb-stack");
    cards.setWidthFull();
    add(
        new PageHeader(
            texts.get("goals.title"), texts.get(mayChange ? "goals.what.change" : "goals.what")),
        cards);
    show();
  }

  private void show() {
    cards.removeAll();
    cards.add(
        card(texts.get("goals.products"), products(), "goals.add", this::addGoal),
        card(texts.get("goals.conflicts"), conflicts(), "goals.exclude", this::addConflict),
        card(texts.get("goals.households"), households(), null, () -> {}));
  }

  private Div card(String title, Component content, @Nullable String add, Runnable act) {
    var card = new Div(new H4(title), content);
    card.addClassName("wb-card");
    if (mayChange && add != null) {
      card.add(new Button(texts.get(add), click -> act.run()));
    }
    return card;
  }

  private Component products() {
    var all = goals.goals();
    if (all.isEmpty()) {
      return muted("goals.none");
    }
    var table =
        new SmallTable(
                texts.get("goals.product"),
                texts.get("goals.minimum"),
                texts.get("goals.maximum"),
                texts.get("goals.penalty"),
                texts.get("goals.dates"),
                texts.get("channels.worth"),
                "")
            .words(5, 6);
    for (var goal : all) {
      table.row(
          new Span(name(goal.product())),
          new Span(goal.minimum() == 0 ? "–" : Formats.count(goal.minimum())),
          new Span(goal.maximum() == null ? "–" : Formats.count(goal.maximum())),
          new Span(goal.minimum() == 0 ? "–" : Formats.yuan(goal.penaltyYuan())),
          new Span(dates(goal)),
          new Span(worth.ofProduct(goal.product())),
          remove(() -> goals.removeGoal(goal.product())));
    }
    return table;
  }

  private String dates(ProductGoal goal) {
    var from = goal.validFrom();
    var until = goal.validUntil();
    return from == null && until == null
        ? texts.get("goals.always")
        : (from == null ? "" : Formats.day(from))
            + " – "
            + (until == null ? "" : Formats.day(until));
  }

  private Component conflicts() {
    var all = goals.conflicts();
    if (all.isEmpty()) {
      return muted("goals.conflicts.none");
    }
    var table = new SmallTable(texts.get("goals.pair"), texts.get("goals.days"), "");
    for (var conflict : all) {
      table.row(
          new Span(name(conflict.product()) + " ↔ " + name(conflict.other())),
          new Span(Formats.count(conflict.days())),
          remove(() -> goals.remove(conflict)));
    }
    return table;
  }

  private Component households() {
    var one = new Checkbox(texts.get("goals.household"), goals.households());
    one.setId("household");
    one.setReadOnly(!mayChange);
    one.setHelperText(texts.get("goals.household.how"));
    one.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        attempt.to(() -> goals.households(change.getValue()));
        show();
      }
    });
    return one;
  }

  private Component remove(Runnable act) {
    if (!mayChange) {
      return new Span("");
    }
    var button =
        new Button(
            texts.get("goals.remove"),
            click -> {
              attempt.to(act);
              show();
            });
    button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
    return button;
  }

  private Div muted(String text) {
    var line = new Div(texts.get(text));
    line.addClassName("wb-muted");
    return line;
  }

  private void addGoal() {
    new GoalDialog(goals, texts, attempt, this::show).open();
  }

  private void addConflict() {
    new ConflictDialog(goals, texts, attempt, this::show).open();
  }

  private String name(String code) {
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    return goals.products().stream()
        .filter(product -> product.code().equals(code))
        .map(product -> label(product, language))
        .findFirst()
        .orElse(code);
  }

  static String label(Product product, String language) {
    return product.code() + " " + product.name(language);
  }
}
