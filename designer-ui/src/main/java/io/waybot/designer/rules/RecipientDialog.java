package io.waybot.designer.rules;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.dispatch.TestSends.Recipient;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.dispatch.TestSendService;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A colleague for the test list, with at least one address. */
class RecipientDialog extends Dialog {
  private final TextField name;
  private final TextField phone;
  private final TextField mail;
  private final TextField device;
  private final TextField customer;

  RecipientDialog(TestSendService tests, Texts texts, Attempt attempt, Runnable added) {
    setHeaderTitle(texts.get("testlist.add"));
    setWidth("560px");
    name = new TextField(texts.get("testlist.name"));
    phone = new TextField(texts.get("testlist.phone"));
    mail = new TextField(texts.get("testlist.mail"));
    device = new TextField(texts.get("testlist.device"));
    customer = new TextField(texts.get("testlist.customer"));
    add(new FormLayout(name, phone, mail, device, customer));
    FormButtons.save(
        this,
        () -> attempt.to(() -> tests.add(recipient())),
        () -> {
          Notice.good(texts.get("testlist.added", name.getValue()));
          added.run();
        });
  }

  private Recipient recipient() {
    return new Recipient(
        UUID.randomUUID(),
        name.getValue().strip(),
        filled(phone),
        filled(mail),
        filled(device),
        filled(customer));
  }

  private static @Nullable String filled(TextField field) {
    return field.getValue().isBlank() ? null : field.getValue().strip();
  }
}
