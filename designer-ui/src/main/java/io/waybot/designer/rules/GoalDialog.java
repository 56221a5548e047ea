package io.waybot.designer.rules;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import io.waybot.db.content.Product;
import io.waybot.db.decision.ProductGoal;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.DateField;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.decision.DecisionGoalService;
import java.math.BigDecimal;

/** At least and at most so many customers a date for one product; replaces its goal so far. */
class GoalDialog extends Dialog {
  private final ComboBox<Product> product = new ComboBox<>();
  private final IntegerField minimum = new IntegerField();
  private final IntegerField maximum = new IntegerField();
  private final BigDecimalField penalty = new BigDecimalField();
  private final DateField from = new DateField();
  private final DateField until = new DateField();

  GoalDialog(DecisionGoalService goals, Texts texts, Attempt attempt, Runnable saved) {
    setHeaderTitle(texts.get("goals.add"));
    setWidth("780px");
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    product.setLabel(texts.get("goals.product"));
    product.setItems(goals.products());
    product.setItemLabelGenerator(one -> GoalsView.label(one, language));
    minimum.setLabel(texts.get("goals.minimum"));
    minimum.setMin(0);
    minimum.setValue(0);
    maximum.setLabel(texts.get("goals.maximum"));
    maximum.setMin(0);
    penalty.setLabel(texts.get("goals.penalty"));
    penalty.setHelperText(texts.get("goals.penalty.how"));
    penalty.setValue(BigDecimal.TEN);
    from.setLabel(texts.get("goals.from"));
    until.setLabel(texts.get("goals.until"));
    add(new FormLayout(product, minimum, maximum, penalty, from, until));
    FormButtons.save(
            this,
            () -> filled() && attempt.to(() -> goals.save(goal())),
            () -> {
              Notice.good(texts.get("goals.saved"));
              saved.run();
            })
        .setId("goals-save");
  }

  private boolean filled() {
    product.setErrorMessage(getTranslation("contents.missing"));
    product.setInvalid(product.isEmpty());
    minimum.setInvalid(minimum.isEmpty());
    penalty.setInvalid(penalty.isEmpty());
    return !product.isInvalid() && !minimum.isInvalid() && !penalty.isInvalid();
  }

  private ProductGoal goal() {
    return new ProductGoal(
        product.getValue().code(),
        minimum.getValue(),
        maximum.getValue(),
        penalty.getValue(),
        from.getValue(),
        until.getValue());
  }
}
