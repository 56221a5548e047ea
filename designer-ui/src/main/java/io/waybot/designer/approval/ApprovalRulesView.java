package io.waybot.designer.approval;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import io.waybot.bots.template.LiveChoices;
import io.waybot.db.bank.Role;
import io.waybot.db.journey.ApprovalRule;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.MenuGroup;
import io.waybot.designer.shell.Page;
import io.waybot.designer.shell.PageHeader;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.designer.shell.UnitNames;
import io.waybot.runtime.access.CurrentUser;
import io.waybot.runtime.journey.JourneyLife;
import io.waybot.runtime.journey.approval.ApprovalRuleService;
import jakarta.annotation.security.RolesAllowed;

/** The bank's approval matrix: who signs what, in which order, how soon. */
@Route("approval-rules")
@Page(text = "approvalrules.title", menu = MenuGroup.APPROVALS, order = 20)
@RolesAllowed({"APPROVER", "ADMIN"})
class ApprovalRulesView extends Div {
  private final Texts texts;
  private final ApprovalRuleService rules;
  private final ApprovalRuleDialog.Offers offers;
  private final UnitNames units;
  private final Attempt attempt;
  private final boolean mayChange;
  private final Div body = new Div();

  ApprovalRulesView(
      Texts texts,
      ApprovalRuleService rules,
      LiveChoices choices,
      JourneyLife life,
      UnitNames units,
      Attempt attempt,
      CurrentUser user) {
    this.texts = texts;
    this.rules = rules;
    this.units = units;
    this.attempt = attempt;
    this.mayChange = user.get().is(Role.ADMIN);
    this.offers =
        new ApprovalRuleDialog.Offers(
            choices.of("channels", Texts.language()), life.ownerUnits(user.get()));
    addClassName("wb-content");
    var header = new PageHeader(texts.get("approvalrules.title"), texts.get("approvalrules.what"));
    if (mayChange) {
      var add = new Button(texts.get("approvalrules.add"), click -> dialog(null));
      add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      add.setId("approval-rule-add");
      var actions = new Div(add);
      actions.addClassName("wb-header-actions");
      header.add(actions);
    }
    add(header, body);
    show();
  }

  private void show() {
    body.removeAll();
    var table =
        new SmallTable(
            texts.get("approvals.stage"),
            texts.get("approvals.step"),
            texts.get("approvalrules.signers"),
            texts.get("approvalrules.when"),
            texts.get("approvalrules.due"),
            "");
    table.addClassName("wb-changes");
    for (var rule : rules.all()) {
      table.row(
          new Span(String.valueOf(rule.stage())),
          new Span(texts.get("approvals.step." + rule.step())),
          new Span(String.join(texts.get("list.comma"), rules.signers(rule.step()))),
          new Span(when(rule)),
          new Span(texts.get("approvalrules.hours", rule.dueHours())),
          actions(rule));
    }
    body.add(table);
  }

  /** All conditions of a row in one sentence. */
  private String when(ApprovalRule rule) {
    var tier = texts.get("approvals.tier." + rule.tier());
    var words = new StringBuilder(texts.get("approvalrules.tier", tier));
    if (rule.customers() > 0) {
      words.append(texts.get("approvalrules.customers", Formats.count(rule.customers())));
    }
    var channel = rule.channel();
    if (channel != null) {
      words.append(texts.get("approvalrules.channel", offers.channel(channel)));
    }
    if (rule.purpose() != null) {
      var purpose = texts.get("settings.purpose." + rule.purpose());
      words.append(texts.get("approvalrules.purpose", purpose));
    }
    var owner = rule.ownerOrg();
    if (owner != null) {
      words.append(texts.get("approvalrules.unit", units.of(owner)));
    }
    return words.toString();
  }

  private Component actions(ApprovalRule rule) {
    if (!mayChange) {
      return new Span("");
    }
    var change = new Button(texts.get("approvalrules.change"), click -> dialog(rule));
    var remove =
        new Button(
            texts.get("approvalrules.remove"),
            click -> {
              if (attempt.to(() -> rules.remove(rule.id()))) {
                show();
              }
            });
    change.addThemeVariants(ButtonVariant.LUMO_SMALL);
    remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
    var actions = new Div(change, remove);
    actions.addClassName("wb-line");
    return actions;
  }

  private void dialog(@org.jspecify.annotations.Nullable ApprovalRule rule) {
    new ApprovalRuleDialog(
            texts,
            offers,
            rule,
            changed -> {
              var done = attempt.to(() -> rules.save(changed));
              if (done) {
                show();
              }
              return done;
            })
        .open();
  }
}
