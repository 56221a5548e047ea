package io.waybot.designer.content;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.content.Content;
import io.waybot.db.content.ContentDraft;
import io.waybot.db.dispatch.TestSends.Recipient;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.dispatch.ContentPreview;
import io.waybot.runtime.dispatch.TestSendService;
import java.util.stream.Collectors;

/** A content as a customer will see it, disclaimer included, and a test send to colleagues. */
class PreviewDialog extends Dialog {
  private final ContentPreview preview;
  private final TestSendService tests;
  private final Texts texts;
  private final Attempt attempt;
  private final ContentDraft draft;
  private final Select<String> channel = new Select<>();
  private final Select<String> language = new Select<>();
  private final TextField customer = new TextField();
  private final H4 title = new H4();
  private final Div body = new Div();
  private final Span length = new Span();

  PreviewDialog(
      ContentPreview preview,
      TestSendService tests,
      Texts texts,
      Attempt attempt,
      ContentDraft draft) {
    this.preview = preview;
    this.tests = tests;
    this.texts = texts;
    this.attempt = attempt;
    this.draft = draft;
    setHeaderTitle(texts.get("preview.title", draft.code()));
    setWidth("560px");
    body.getStyle().set("white-space", "pre-wrap").set("overflow-wrap", "anywhere");
    length.addClassName("wb-muted");
    add(form(), title, body, length);
    getFooter().add(new Button(texts.get("frame.cancel"), click -> close()));
    show();
  }

  /** Adds the test send; only for words that are saved, because those are what is sent. */
  PreviewDialog withTestSend() {
    var colleagues = new MultiSelectComboBox<Recipient>(texts.get("preview.colleagues"));
    colleagues.setItems(tests.recipients());
    colleagues.setItemLabelGenerator(Recipient::name);
    colleagues.setWidthFull();
    colleagues.setHelperText(texts.get("preview.colleagues.what"));
    var send = new Button(texts.get("preview.send"));
    send.addClickListener(click ->
        attempt
            .get(() ->
                tests.send(
                    draft.code(),
                    channel.getValue(),
                    language.getValue(),
                    colleagues.getValue().stream().map(Recipient::id).toList()))
            .ifPresent(sent ->
                Notice.good(
                    sent.stream()
                        .map(s ->
                            s.recipient()
                                + ": "
                                + (s.accepted() ? texts.get("preview.accepted") : s.answer()))
                        .collect(Collectors.joining("; ")))));
    send.setEnabled(false);
    colleagues.addValueChangeListener(change -> send.setEnabled(!change.getValue().isEmpty()));
    add(colleagues, send);
    return this;
  }

  private FormLayout form() {
    channel.setLabel(texts.get("preview.channel"));
    channel.setItems("sms", "push", "inbox", "email");
    channel.setItemLabelGenerator(code -> texts.get("preview.channel." + code));
    channel.setValue("sms");
    language.setLabel(texts.get("preview.language"));
    language.setItems("zh", "en");
    language.setItemLabelGenerator(code -> texts.get("preview.language." + code));
    language.setValue(Texts.isChinese(Texts.language()) ? "zh" : "en");
    customer.setLabel(texts.get("preview.customer"));
    customer.setHelperText(texts.get("preview.customer.what"));
    channel.addValueChangeListener(change -> show());
    language.addValueChangeListener(change -> show());
    customer.addValueChangeListener(change -> show());
    var form = new FormLayout(channel, language, customer);
    form.setResponsiveSteps(
        new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("400px", 2));
    form.setColspan(customer, 2);
    return form;
  }

  private void show() {
    var text = draft.texts().getOrDefault(language.getValue(), new Content.Text("", ""));
    var key = customer.getValue().isBlank() ? null : customer.getValue().strip();
    title.setText("");
    body.setText("");
    length.setText("");
    attempt
        .get(() ->
            preview.preview(
                channel.getValue(), language.getValue(), text, draft.productCode(), key))
        .ifPresent(seen -> {
          title.setText(channel.getValue().equals("sms") ? "" : seen.title());
          body.setText(seen.body());
          length.setText(
              channel.getValue().equals("sms")
                  ? texts.get("preview.length.sms", seen.body().length(), seen.parts())
                  : texts.get("preview.length", seen.body().length()));
        });
  }
}
