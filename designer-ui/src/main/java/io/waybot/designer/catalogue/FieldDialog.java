package io.waybot.designer.catalogue;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.event.CatalogueService;

/** The Chinese name, owner and tier of one field. */
class FieldDialog extends Dialog {
  FieldDialog(
      CatalogueService catalogue,
      Texts texts,
      Attempt attempt,
      CatalogueService.Field field,
      Runnable saved) {
    var column = field.column();
    setHeaderTitle(field.dataset() + "." + column.name());
    var nameZh = EventDialog.field(texts, "catalogue.nameZh", column.labelZh());
    var owner = EventDialog.field(texts, "catalogue.owner", column.owner());
    var tier = EventDialog.tier(texts, column.tier());
    add(new FormLayout(nameZh, owner, tier));
    var save =
        new Button(
            texts.get("contents.save"),
            click -> {
              var changed =
                  new DatasetColumn(
                      column.name(),
                      column.label(),
                      EventDialog.orNull(nameZh),
                      column.type(),
                      column.position(),
                      tier.getValue(),
                      EventDialog.orNull(owner));
              if (attempt.to(() -> catalogue.describe(field.dataset(), changed))) {
                saved.run();
                close();
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button(texts.get("contents.cancel"), click -> close()), save);
  }
}
