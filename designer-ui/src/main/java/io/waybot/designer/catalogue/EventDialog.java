package io.waybot.designer.catalogue;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.event.EventType;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.event.CatalogueService;
import org.jspecify.annotations.Nullable;

/** The words, owner, freshness, tier and source of one event. */
class EventDialog extends Dialog {
  private final EventType type;
  private final TextField nameZh;
  private final TextField nameEn;
  private final TextField ruleZh;
  private final TextField ruleEn;
  private final TextField owner;
  private final IntegerField fresh = new IntegerField();
  private final Select<Integer> tier;
  private final Select<EventType.Source> source = new Select<>();

  EventDialog(
      CatalogueService catalogue, Texts texts, Attempt attempt, EventType type, Runnable saved) {
    this.type = type;
    setHeaderTitle(type.code());
    setWidth("780px");
    nameZh = field(texts, "catalogue.nameZh", type.nameZh());
    nameEn = field(texts, "catalogue.nameEn", type.nameEn());
    ruleZh = field(texts, "catalogue.ruleZh", type.ruleZh());
    ruleEn = field(texts, "catalogue.ruleEn", type.ruleEn());
    owner = field(texts, "catalogue.owner", type.owner());
    tier = tier(texts, type.tier());
    fresh.setLabel(texts.get("catalogue.freshDays"));
    fresh.setMin(0);
    fresh.setMax(400);
    fresh.setValue(type.freshDays());
    source.setLabel(texts.get("catalogue.source"));
    source.setItems(catalogue.sources(type));
    source.setItemLabelGenerator(one -> texts.get("catalogue.source." + one));
    source.setValue(type.source());
    add(new FormLayout(nameZh, nameEn, ruleZh, ruleEn, owner, fresh, tier, source));
    FormButtons.save(
        this, () -> !fresh.isInvalid() && attempt.to(() -> catalogue.describe(changed())), saved);
  }

  static TextField field(Texts texts, String label, @Nullable String text) {
    var field = new TextField(texts.get(label));
    field.setValue(text == null ? "" : text);
    return field;
  }

  static Select<Integer> tier(Texts texts, int value) {
    var select = new Select<Integer>();
    select.setLabel(texts.get("catalogue.tier"));
    select.setItems(1, 2, 3);
    select.setItemLabelGenerator(one -> texts.get("catalogue.tier." + one));
    select.setValue(value);
    return select;
  }

  static @Nullable String orNull(TextField field) {
    return field.getValue().isBlank() ? null : field.getValue().strip();
  }

  private EventType changed() {
    return new EventType(
        type.code(),
        type.kind(),
        nameZh.getValue().strip(),
        nameEn.getValue().strip(),
        orNull(ruleZh),
        orNull(ruleEn),
        fresh.getValue(),
        tier.getValue(),
        type.stage(),
        orNull(owner),
        source.getValue());
  }
}
