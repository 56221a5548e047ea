package io.waybot.designer.approval;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.waybot.bots.template.Choice;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.journey.Approval;
import io.waybot.db.journey.ApprovalRule;
import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Texts;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One row of the approval matrix: who signs, when it is asked for, how soon. */
class ApprovalRuleDialog extends Dialog {
  private final Texts texts;
  private final Select<Approval.Step> step;
  private final IntegerField stage;
  private final Select<RiskTier> tier;
  private final IntegerField customers;
  private final Select<Choice> channel;
  private final Select<Purpose> purpose;
  private final Select<OrgUnit> owner;
  private final IntegerField due;

  /** What can be chosen. */
  record Offers(List<Choice> channels, List<OrgUnit> units) {
    String channel(String code) {
      return channels.stream()
          .filter(choice -> choice.value().equals(code))
          .map(Choice::name)
          .findFirst()
          .orElse(code);
    }
  }

  /**
   * @param rule null: a new one
   * @param save answers whether it was saved
   */
  ApprovalRuleDialog(
      Texts texts, Offers offers, @Nullable ApprovalRule rule, Predicate<ApprovalRule> save) {
    this.texts = texts;
    setHeaderTitle(texts.get("approvalrules.title"));
    setWidth("640px");
    step = select("approvals.step", Approval.Step.values(), s -> "approvals.step." + s);
    stage = number("approvals.stage", 1, ApprovalRule.LATEST_STAGE);
    tier = select("approvalrules.from", RiskTier.values(), t -> "approvals.tier." + t);
    customers = number("approvalrules.many", 0, Integer.MAX_VALUE);
    channel = any("approvals.channel", offers.channels(), Choice::name);
    purpose =
        any("settings.purpose", List.of(Purpose.values()), p -> texts.get("settings.purpose." + p));
    owner = any("settings.owner", offers.units(), this::unit);
    due = number("approvalrules.due", 1, ApprovalRule.LONGEST);
    fill(offers, rule);
    add(new FormLayout(step, stage, tier, customers, channel, purpose, owner, due));
    var id = rule == null ? UUID.randomUUID() : rule.id();
    FormButtons.save(this, () -> isComplete() && save.test(read(id)), () -> {})
        .setId("approval-rule-save");
  }

  private void fill(Offers offers, @Nullable ApprovalRule rule) {
    step.setValue(rule == null ? Approval.Step.COMPLIANCE : rule.step());
    stage.setValue(rule == null ? 1 : rule.stage());
    tier.setValue(rule == null ? RiskTier.LOW : rule.tier());
    customers.setValue(rule == null ? 0 : rule.customers());
    due.setValue(rule == null ? 9 : rule.dueHours());
    if (rule != null) {
      offers.channels().stream()
          .filter(choice -> choice.value().equals(rule.channel()))
          .forEach(channel::setValue);
      purpose.setValue(rule.purpose());
      offers.units().stream()
          .filter(unit -> unit.code().equals(rule.ownerOrg()))
          .forEach(owner::setValue);
    }
  }

  private boolean isComplete() {
    return List.of(stage, customers, due).stream()
        .allMatch(field -> field.getValue() != null && !field.isInvalid());
  }

  private ApprovalRule read(UUID id) {
    var of = channel.getValue();
    var unit = owner.getValue();
    return new ApprovalRule(
        id,
        step.getValue(),
        stage.getValue(),
        tier.getValue(),
        customers.getValue(),
        of == null ? null : of.value(),
        purpose.getValue(),
        unit == null ? null : unit.code(),
        due.getValue());
  }

  private String unit(OrgUnit unit) {
    var name = Texts.isChinese(Texts.language()) ? unit.nameZh() : unit.nameEn();
    return unit.code() + " " + name;
  }

  private <T> Select<T> select(String label, T[] items, Function<T, String> key) {
    var select = new Select<T>();
    select.setLabel(texts.get(label));
    select.setItems(items);
    select.setItemLabelGenerator(item -> texts.get(key.apply(item)));
    return select;
  }

  /** A choice that may stay open. */
  private <T> Select<T> any(String label, List<T> items, Function<T, String> name) {
    var select = new Select<T>();
    select.setLabel(texts.get(label));
    select.setItems(items);
    select.setEmptySelectionAllowed(true);
    select.setEmptySelectionCaption(texts.get("approvalrules.any"));
    select.setItemLabelGenerator(
        item -> item == null ? texts.get("approvalrules.any") : name.apply(item));
    return select;
  }

  private IntegerField number(String label, int least, int most) {
    var field = new IntegerField(texts.get(label));
    field.setMin(least);
    field.setMax(most);
    field.setStepButtonsVisible(true);
    return field;
  }
}
