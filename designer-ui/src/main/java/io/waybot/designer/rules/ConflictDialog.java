package io.waybot.designer.rules;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.IntegerField;
import io.waybot.db.content.Product;
import io.waybot.db.decision.ProductConflict;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.decision.DecisionGoalService;
import java.util.List;

/** Two products that are not offered to one customer within so many days. */
class ConflictDialog extends Dialog {
  private final ComboBox<Product> product = new ComboBox<>();
  private final ComboBox<Product> other = new ComboBox<>();
  private final IntegerField days = new IntegerField();

  ConflictDialog(DecisionGoalService goals, Texts texts, Attempt attempt, Runnable saved) {
    setHeaderTitle(texts.get("goals.exclude"));
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    product.setLabel(texts.get("goals.product"));
    other.setLabel(texts.get("goals.other"));
    for (var field : List.of(product, other)) {
      field.setItems(goals.products());
      field.setItemLabelGenerator(one -> GoalsView.label(one, language));
    }
    days.setLabel(texts.get("goals.days"));
    days.setMin(1);
    days.setValue(30);
    add(new FormLayout(product, other, days));
    FormButtons.save(
            this,
            () -> filled() && attempt.to(() -> goals.save(conflict())),
            () -> {
              Notice.good(texts.get("goals.saved"));
              saved.run();
            })
        .setId("goals-save");
  }

  private boolean filled() {
    product.setErrorMessage(getTranslation("contents.missing"));
    other.setErrorMessage(getTranslation("contents.missing"));
    product.setInvalid(product.isEmpty());
    other.setInvalid(other.isEmpty());
    days.setInvalid(days.isEmpty());
    return !product.isInvalid() && !other.isInvalid() && !days.isInvalid();
  }

  private ProductConflict conflict() {
    return new ProductConflict(product.getValue().code(), other.getValue().code(), days.getValue());
  }
}
