package io.waybot.designer.design;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import io.waybot.bots.template.Choice;
import io.waybot.db.bank.OrgUnit;
import io.waybot.db.journey.JourneySettings;
import io.waybot.db.journey.JourneySettings.Goal;
import io.waybot.db.journey.JourneySettings.Purpose;
import io.waybot.db.journey.JourneySettings.RiskTier;
import io.waybot.db.journey.JourneySettings.Schedule;
import io.waybot.designer.shell.DateField;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.Draft;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the journey as a whole; stands where a block's fields stand while none is
 * selected.
 */
class SettingsPanel extends Div {
  private static final int GOAL_DAYS = 14;

  private final Texts texts;
  private final TextField nameZh = new TextField();
  private final TextField nameEn = new TextField();
  private final Select<Purpose> purpose = new Select<>();
  private final Select<OrgUnit> owner = new Select<>();
  private final MultiSelectComboBox<Choice> goal = new MultiSelectComboBox<>();
  private final IntegerField goalDays = new IntegerField();
  private final Select<Integer> priority = new Select<>();
  private final BigDecimalField budget = new BigDecimalField();
  private final DateField from = new DateField();
  private final DateField until = new DateField();
  private final IntegerField reentry = new IntegerField();
  private final Checkbox leaveAtGoal = new Checkbox();
  private final Select<RiskTier> risk = new Select<>();
  private final TextField assessment = new TextField();
  private final Checkbox scheduled = new Checkbox();
  private final TimePicker time = new TimePicker();
  private final Select<Schedule.Days> days = new Select<>();
  private final Select<Schedule.Missed> missed = new Select<>();
  private final List<Choice> products;

  private final List<Runnable> listeners = new ArrayList<>();
  private final List<BiConsumer<String, String>> renaming = new ArrayList<>();
  private final List<Consumer<String>> giving = new ArrayList<>();

  SettingsPanel(Texts texts, List<Choice> products) {
    this.texts = texts;
    this.products = products;
    Runnable changed = () -> listeners.forEach(Runnable::run);
    Runnable renamed = () -> renaming.forEach(each -> each.accept(nameZh(), nameEn()));
    addClassName("wb-settings");
    add(new H4(texts.get("settings.title")));
    field(nameZh, "nameZh", renamed);
    field(nameEn, "nameEn", renamed);
    choices(purpose, "purpose", Purpose.values());
    field(purpose, "purpose", changed);
    owner.setItemLabelGenerator(SettingsPanel::unit);
    owner.setHelperText(texts.get("settings.owner.hint"));
    field(owner, "owner", () -> giving.forEach(each -> each.accept(owner.getValue().code())));
    goal.setItems(products);
    goal.setItemLabelGenerator(Choice::name);
    field(goal, "goal", changed);
    goalDays.setMin(1);
    goalDays.setMax(366);
    field(goalDays, "goalDays", changed);
    priority.setItems(1, 2, 3, 4, 5);
    field(priority, "priority", changed);
    field(budget, "budget", changed);
    field(from, "from", changed);
    field(until, "until", changed);
    reentry.setHelperText(texts.get("settings.reentry.hint"));
    field(reentry, "reentry", changed);
    field(leaveAtGoal, "leaveAtGoal", changed);
    choices(risk, "risk", RiskTier.values());
    field(risk, "risk", changed);
    assessment.setMaxLength(60);
    assessment.setHelperText(texts.get("settings.assessment.hint"));
    field(assessment, "assessment", changed);
    add(new H4(texts.get("settings.schedule")));
    field(scheduled, "scheduled", changed);
    time.setStep(Duration.ofMinutes(15));
    time.setLocale(Locale.CHINA);
    field(time, "time", changed);
    choices(days, "days", Schedule.Days.values());
    field(days, "days", changed);
    choices(missed, "missed", Schedule.Missed.values());
    field(missed, "missed", changed);
    scheduled.addValueChangeListener(event -> showSchedule());
  }

  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Tells both names, Chinese first. */
  void onRename(BiConsumer<String, String> listener) {
    renaming.add(listener);
  }

  /** Tells the code of the unit that is to own the journey. */
  void onGive(Consumer<String> listener) {
    giving.add(listener);
  }

  /**
   * @param units to which the journey may be given; it stays where it is if there is one only
   */
  void offer(List<OrgUnit> units, String ownerOrg) {
    owner.setItems(units);
    units.stream()
        .filter(unit -> unit.code().equals(ownerOrg))
        .findFirst()
        .ifPresent(owner::setValue);
    owner.setReadOnly(owner.isReadOnly() || units.size() < 2);
  }

  private static String unit(OrgUnit unit) {
    var name = Texts.isChinese(Texts.language()) ? unit.nameZh() : unit.nameEn();
    return unit.code() + " " + name;
  }

  void show(Draft draft, boolean editable) {
    var settings = draft.version().settings();
    nameZh.setValue(draft.journey().nameZh());
    nameEn.setValue(draft.journey().nameEn());
    purpose.setValue(settings.purpose());
    goal.setValue(chosen(settings.goal()));
    goalDays.setValue(settings.goal() == null ? GOAL_DAYS : settings.goal().days());
    priority.setValue(settings.priority());
    budget.setValue(settings.dailyBudgetYuan());
    from.setValue(settings.from());
    until.setValue(settings.until());
    reentry.setValue(settings.reentryDays());
    leaveAtGoal.setValue(Boolean.TRUE.equals(settings.leaveAtGoal()));
    risk.setValue(settings.riskTier());
    var number = settings.privacyAssessment();
    assessment.setValue(number == null ? "" : number);
    var schedule = settings.schedule();
    scheduled.setValue(schedule != null);
    time.setValue(schedule == null ? LocalTime.of(9, 0) : schedule.time());
    days.setValue(schedule == null ? Schedule.Days.BUSINESS_DAYS : schedule.days());
    missed.setValue(schedule == null ? Schedule.Missed.LAST : schedule.missed());
    getChildren()
        .filter(child -> child instanceof HasValue)
        .forEach(child -> ((HasValue<?, ?>) child).setReadOnly(!editable));
    showSchedule();
  }

  private String nameZh() {
    return nameZh.getValue().strip();
  }

  private String nameEn() {
    return nameEn.getValue().strip();
  }

  /** What the fields say now; how long waits take is in the drawing. */
  JourneySettings settings() {
    var products = goal.getValue().stream().map(Choice::value).sorted().toList();
    var within = goalDays.getValue() == null ? GOAL_DAYS : goalDays.getValue();
    return new JourneySettings(
        purpose.getValue(),
        products.isEmpty() ? null : new Goal(products, within),
        priority.getValue(),
        budget.getValue(),
        from.getValue(),
        until.getValue(),
        reentry.getValue(),
        leaveAtGoal.getValue(),
        risk.getValue(),
        scheduled.getValue() && time.getValue() != null
            ? new Schedule(time.getValue(), days.getValue(), missed.getValue())
            : null,
        assessment.isEmpty() ? null : assessment.getValue().strip(),
        Map.of());
  }

  private Set<Choice> chosen(@Nullable Goal wanted) {
    var codes = wanted == null ? List.<String>of() : wanted.products();
    return products.stream()
        .filter(product -> codes.contains(product.value()))
        .collect(Collectors.toSet());
  }

  private void showSchedule() {
    List.<Component>of(time, days, missed).forEach(field -> field.setVisible(scheduled.getValue()));
  }

  @SafeVarargs
  private <E extends Enum<E>> void choices(Select<E> select, String key, E... values) {
    select.setItems(values);
    select.setItemLabelGenerator(value -> texts.get("settings." + key + "." + value));
  }

  private void field(Component field, String key, Runnable changed) {
    if (field instanceof HasLabel labelled) {
      labelled.setLabel(texts.get("settings." + key));
    }
    field.setId("settings-" + key);
    ((HasValue<?, ?>) field)
        .addValueChangeListener(event -> {
          if (event.isFromClient()) {
            changed.run();
          }
        });
    add(field);
  }
}
