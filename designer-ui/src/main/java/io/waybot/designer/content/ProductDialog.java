package io.waybot.designer.content;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.content.Disclaimers.Disclaimer;
import io.waybot.db.content.Product;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.content.ContentService;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A product with its terms of today; what is already sent keeps the words it was sent with. */
class ProductDialog extends Dialog {
  private final TextField code = new TextField();
  private final TextField nameZh = new TextField();
  private final TextField nameEn = new TextField();
  private final Select<String> productClass = new Select<>();
  private final TextField termsZh = new TextField();
  private final TextField termsEn = new TextField();
  private final TextField rate = new TextField();
  private final Select<Integer> risk = new Select<>();
  private final BigDecimalField min = new BigDecimalField();
  private final BigDecimalField margin = new BigDecimalField();
  private final ComboBox<Disclaimer> disclaimer = new ComboBox<>();
  private final Checkbox recorded = new Checkbox();
  private final Checkbox active = new Checkbox();

  /**
   * @param seen what is changed; null for a new product
   */
  ProductDialog(
      ContentService service,
      Texts texts,
      Attempt attempt,
      @Nullable Product seen,
      Runnable saved) {
    setHeaderTitle(
        seen == null ? texts.get("products.new") : texts.get("products.edit", seen.code()));
    setWidth("780px");
    label(texts);
    productClass.setItems(ContentService.PRODUCT_CLASSES);
    productClass.setItemLabelGenerator(c -> texts.get("products.class." + c));
    productClass.setValue("DEPOSIT");
    risk.setItems(1, 2, 3, 4, 5);
    risk.setEmptySelectionAllowed(true);
    risk.setItemLabelGenerator(level -> level == null ? "–" : "R" + level);
    disclaimer.setItems(service.disclaimers());
    var language = Texts.isChinese(Texts.language()) ? "zh" : "en";
    disclaimer.setItemLabelGenerator(d -> d.code() + " " + d.text(language));
    active.setValue(true);
    if (seen != null) {
      show(seen, service);
    }
    add(
        new FormLayout(
            code,
            productClass,
            nameZh,
            nameEn,
            termsZh,
            termsEn,
            rate,
            risk,
            min,
            margin,
            disclaimer,
            recorded,
            active));
    FormButtons.save(
        this,
        () -> attempt.to(() -> service.save(product(), seen == null)),
        () -> {
          Notice.good(texts.get("contents.saved", code.getValue()));
          saved.run();
        });
  }

  private void label(Texts texts) {
    code.setLabel(texts.get("products.code"));
    nameZh.setLabel(texts.get("products.nameZh"));
    nameEn.setLabel(texts.get("products.nameEn"));
    productClass.setLabel(texts.get("products.class"));
    termsZh.setLabel(texts.get("products.termsZh"));
    termsEn.setLabel(texts.get("products.termsEn"));
    rate.setLabel(texts.get("products.rate"));
    risk.setLabel(texts.get("products.risk"));
    min.setLabel(texts.get("products.min"));
    margin.setLabel(texts.get("products.margin"));
    disclaimer.setLabel(texts.get("products.disclaimer"));
    recorded.setLabel(texts.get("products.recorded"));
    active.setLabel(texts.get("products.active"));
  }

  private void show(Product seen, ContentService service) {
    code.setValue(seen.code());
    code.setReadOnly(true);
    nameZh.setValue(seen.nameZh());
    nameEn.setValue(seen.nameEn());
    productClass.setValue(seen.productClass());
    termsZh.setValue(text(seen.termsZh()));
    termsEn.setValue(text(seen.termsEn()));
    rate.setValue(text(seen.rate()));
    risk.setValue(seen.riskLevel());
    min.setValue(seen.minYuan());
    margin.setValue(seen.marginYuan());
    service.disclaimers().stream()
        .filter(d -> d.code().equals(seen.disclaimerCode()))
        .findFirst()
        .ifPresent(disclaimer::setValue);
    recorded.setValue(seen.recordedSale());
    active.setValue(seen.active());
  }

  private Product product() {
    return new Product(
        code.getValue().strip(),
        nameZh.getValue().strip(),
        nameEn.getValue().strip(),
        productClass.getValue(),
        filled(termsZh),
        filled(termsEn),
        filled(rate),
        risk.getValue(),
        min.getValue(),
        Optional.ofNullable(margin.getValue()).orElse(BigDecimal.ZERO),
        disclaimer.getOptionalValue().map(Disclaimer::code).orElse(null),
        recorded.getValue(),
        active.getValue());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static @Nullable String filled(TextField field) {
    return field.getValue().isBlank() ? null : field.getValue().strip();
  }
}
