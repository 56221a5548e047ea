package io.waybot.designer.approval;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import io.waybot.designer.shell.Texts;
import java.util.function.Predicate;

/** Asks what the author is to change. */
class ReturnDialog extends Dialog {

  /**
   * @param give takes the comment; answers whether the journey went back
   */
  ReturnDialog(Texts texts, Predicate<String> give) {
    setHeaderTitle(texts.get("approvals.return"));
    var comment = new TextArea(texts.get("approvals.comment"));
    comment.setWidth("28em");
    comment.setMaxLength(2_000);
    comment.setRequired(true);
    add(comment);
    var cancel = new Button(texts.get("approvals.cancel"), click -> close());
    var send = new Button(texts.get("approvals.return"));
    send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    send.addClickListener(click -> {
      if (give.test(comment.getValue())) {
        close();
      }
    });
    getFooter().add(cancel, send);
  }
}
