package io.waybot.designer.content;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.content.Product;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.DateField;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.content.ContentService;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one content in both languages; saving makes a new version. */
class ContentDialog extends Dialog {
  private static final int BODY_MAX = 2000;
  private final Texts texts;
  private final TextField code = new TextField();
  private final ComboBox<Product> product = new ComboBox<>();
  private final Select<String> purpose = new Select<>();
  private final DateField from = new DateField();
  private final DateField until = new DateField();
  private final TextField page = new TextField();
  private final TextField titleZh = new TextField();
  private final TextField titleEn = new TextField();
  private final TextArea bodyZh = new TextArea();
  private final TextArea bodyEn = new TextArea();
  private final Optional<Content> seen;

  ContentDialog(
      ContentService service,
      Texts texts,
      Attempt attempt,
      Optional<Content> seen,
      Previewer previewer,
      Runnable saved) {
    this.texts = texts;
    this.seen = seen;
    setHeaderTitle(
        seen.map(c -> texts.get("contents.edit", c.code(), c.version() + 1))
            .orElseGet(() -> texts.get("contents.new")));
    setWidth("860px");
    product.setItems(service.products());
    product.setItemLabelGenerator(p -> p.code() + " " + p.name(language()));
    purpose.setItems("MARKETING", "CARE", "SERVICE");
    purpose.setItemLabelGenerator(p -> texts.get("contents.purpose." + p));
    purpose.setValue("MARKETING");
    seen.ifPresent(content -> show(content, service));
    var remarks = new WordingRemarks(service, texts);
    add(form(), remarks);
    for (var words : List.of(titleZh, titleEn, bodyZh, bodyEn)) {
      words.addValueChangeListener(changed -> review(remarks));
    }
    product.addValueChangeListener(changed -> review(remarks));
    purpose.addValueChangeListener(changed -> review(remarks));
    seen.ifPresent(content -> review(remarks));
    var preview =
        new Button(
            texts.get("preview.open"),
            click -> {
              if (complete()) {
                previewer.show(draft(), isSaved());
              }
            });
    getFooter().add(preview);
    FormButtons.save(
        this,
        () -> complete() && attempt.to(() -> service.save(draft(), version())),
        () -> {
          Notice.good(texts.get("contents.saved", code.getValue()));
          saved.run();
        });
  }

  /** Shows the words as a customer will see them. */
  interface Previewer {
    /**
     * @param saved whether these are the words that would be sent now
     */
    void show(ContentDraft draft, boolean saved);
  }

  /** Words that are not all there yet are not judged. */
  private void review(WordingRemarks remarks) {
    if (List.of(code, titleZh, titleEn, bodyZh, bodyEn).stream().noneMatch(HasValue::isEmpty)
        && inOrder()) {
      remarks.show(draft());
    } else {
      remarks.removeAll();
    }
  }

  private boolean isSaved() {
    return seen.filter(content -> content.texts().equals(draft().texts())).isPresent();
  }

  private FormLayout form() {
    label();
    var form = new FormLayout();
    form.setResponsiveSteps(
        new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("600px", 2));
    form.add(code, product, purpose, page, from, until, titleZh, titleEn, bodyZh, bodyEn);
    return form;
  }

  private void label() {
    code.setLabel(texts.get("contents.code"));
    code.setRequiredIndicatorVisible(true);
    product.setLabel(texts.get("contents.product"));
    purpose.setLabel(texts.get("contents.purpose"));
    page.setLabel(texts.get("contents.page"));
    from.setLabel(texts.get("contents.from"));
    until.setLabel(texts.get("contents.until"));
    titleZh.setLabel(texts.get("contents.title.zh"));
    titleEn.setLabel(texts.get("contents.title.en"));
    bodyZh.setLabel(texts.get("contents.body.zh"));
    bodyEn.setLabel(texts.get("contents.body.en"));
    bodyZh.setHelperText(texts.get("contents.variables"));
    bodyEn.setHelperText(texts.get("contents.disclaimer"));
    for (var body : new TextArea[] {bodyZh, bodyEn}) {
      body.setMaxLength(BODY_MAX);
      body.setMinHeight("140px");
    }
  }

  private void show(Content content, ContentService service) {
    code.setValue(content.code());
    code.setReadOnly(true);
    service.products().stream()
        .filter(p -> p.code().equals(content.productCode()))
        .findFirst()
        .ifPresent(product::setValue);
    purpose.setValue(content.purpose());
    from.setValue(content.validFrom());
    until.setValue(content.validUntil());
    page.setValue(Optional.ofNullable(content.page()).orElse(""));
    titleZh.setValue(text(content, "zh").title());
    titleEn.setValue(text(content, "en").title());
    bodyZh.setValue(text(content, "zh").body());
    bodyEn.setValue(text(content, "en").body());
  }

  private boolean complete() {
    boolean whole = true;
    for (var field : new TextField[] {code, titleZh, titleEn}) {
      field.setErrorMessage(texts.get("contents.missing"));
      field.setInvalid(field.getValue().isBlank());
      whole &= !field.isInvalid();
    }
    for (var field : new TextArea[] {bodyZh, bodyEn}) {
      field.setErrorMessage(texts.get("contents.missing"));
      field.setInvalid(field.getValue().isBlank());
      whole &= !field.isInvalid();
    }
    boolean ordered = inOrder();
    until.setErrorMessage(texts.get("contents.dates"));
    until.setInvalid(!ordered);
    return whole && ordered;
  }

  private boolean inOrder() {
    return from.getValue() == null
        || until.getValue() == null
        || !until.getValue().isBefore(from.getValue());
  }

  private ContentDraft draft() {
    return new ContentDraft(
        code.getValue().strip(),
        product.getOptionalValue().map(Product::code).orElse(null),
        seen.map(Content::ownerOrg).orElse("00"),
        purpose.getValue(),
        from.getValue(),
        until.getValue(),
        page.getValue().isBlank() ? null : page.getValue().strip(),
        Map.of(
            "zh", new Content.Text(titleZh.getValue(), bodyZh.getValue()),
            "en", new Content.Text(titleEn.getValue(), bodyEn.getValue())));
  }

  private int version() {
    return seen.map(Content::version).orElse(0);
  }

  private static Content.Text text(Content content, String language) {
    return Optional.ofNullable(content.texts().get(language)).orElse(new Content.Text("", ""));
  }

  private static String language() {
    return Texts.isChinese(Texts.language()) ? "zh" : "en";
  }
}
