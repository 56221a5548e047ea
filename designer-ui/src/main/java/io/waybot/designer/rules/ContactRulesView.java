package io.waybot.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.Route;
import io.waybot.db.bank.Role;
import io.waybot.db.policy.ContactRule;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.rules.ContactRuleService;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The bank's contact rules in the order they apply; administrators may make them stricter. */
@Route("contact-rules")
@Page(text = "rules.title", menu = MenuGroup.RULES, order = 10)
@RolesAllowed({"PLANNER", "APPROVER", "ADMIN"})
class ContactRulesView extends VerticalLayout {
  private final ContactRuleService rules;
  private final Texts texts;
  private final Attempt attempt;
  private final boolean mayChange;
  private final Div card = new Div();

  ContactRulesView(ContactRuleService rules, CurrentUser user, Texts texts, Attempt attempt) {
    this.rules = rules;
    this.texts = texts;
    this.attempt = attempt;
    this.mayChange = user.get().is(Role.ADMIN);
    card.addClassName("wb-card");
    card.setWidthFull();
    add(new PageHeader(texts.get("rules.title"), texts.get("rules.what")), card);
    show();
  }

  private void show() {
    card.removeAll();
    var table =
        new SmallTable(
                texts.get("rules.rule"),
                texts.get("rules.order"),
                texts.get("rules.now"),
                texts.get("rules.floor"),
                "")
            .words(3, 4);
    var inOrder = rules.inOrder();
    for (int i = 0; i < inOrder.size(); i++) {
      var rule = inOrder.get(i);
      table.row(
          new Span(texts.get("contactRule." + rule.code())),
          new Span(String.valueOf(i + 1)),
          new Span(words(rule.parameters())),
          new Span(words(rule.floor())),
          change(rule));
    }
    card.add(table);
  }

  private String words(Map<String, Integer> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(p -> texts.get("rules.parameter." + p.getKey(), p.getValue()))
            .collect(Collectors.joining(texts.get("list.comma")));
  }

  private Component change(ContactRule rule) {
    if (!mayChange || rule.floor().isEmpty()) {
      return new Span("");
    }
    var button = new Button(texts.get("rules.tighten"), click -> tighten(rule));
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private void tighten(ContactRule rule) {
    var dialog = new Dialog(texts.get("contactRule." + rule.code()));
    var fields = new LinkedHashMap<String, IntegerField>();
    for (var name : new TreeMap<>(rule.floor()).keySet()) {
      var field = new IntegerField(texts.get("rules.field." + name));
      field.setValue(rule.parameter(name));
      field.setMin(0);
      field.setStepButtonsVisible(true);
      fields.put(name, field);
    }
    var list = new VerticalLayout(fields.values().toArray(Component[]::new));
    list.setPadding(false);
    dialog.add(list);
    FormButtons.save(
        dialog,
        () -> {
          var changes =
              fields.entrySet().stream()
                  .filter(entry -> entry.getValue().getValue() != null)
                  .collect(
                      Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getValue()));
          return attempt.to(() -> rules.tighten(rule.code(), changes));
        },
        this::show);
    dialog.open();
  }
}
