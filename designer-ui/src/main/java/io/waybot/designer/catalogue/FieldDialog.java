package io.waybot.designer.catalogue;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import io.waybot.db.customer.DatasetColumn;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
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
    FormButtons.save(
        this,
        () -> {
          var changed =
              new DatasetColumn(
                  column.name(),
                  column.label(),
                  EventDialog.orNull(nameZh),
                  column.type(),
                  column.position(),
                  tier.getValue(),
                  EventDialog.orNull(owner));
          return attempt.to(() -> catalogue.describe(field.dataset(), changed));
        },
        saved);
  }
}
