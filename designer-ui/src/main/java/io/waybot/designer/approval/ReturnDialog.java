package io.waybot.designer.approval;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Texts;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Asks what the author is to change, and in which block. */
class ReturnDialog extends Dialog {
  private static final String WHOLE = "";

  /**
   * @param blocks what the drawing's blocks are called, by element id
   * @param selected the block picked in the drawing; empty for none
   * @param give takes the comment and the block, null for the whole journey; answers whether the
   *     journey went back
   */
  ReturnDialog(
      Texts texts,
      Map<String, String> blocks,
      String selected,
      BiPredicate<String, @Nullable String> give) {
    setHeaderTitle(texts.get("approvals.return"));
    var about = new Select<String>();
    about.setId("return-about");
    about.setLabel(texts.get("approvals.return.about"));
    about.setWidth("28em");
    var choices = new ArrayList<String>();
    choices.add(WHOLE);
    choices.addAll(blocks.keySet());
    about.setItems(choices);
    about.setItemLabelGenerator(
        id -> id.equals(WHOLE) ? texts.get("approvals.return.whole") : blocks.getOrDefault(id, id));
    about.setValue(blocks.containsKey(selected) ? selected : WHOLE);
    var comment = new TextArea(texts.get("approvals.comment"));
    comment.setId("return-comment");
    comment.setWidth("28em");
    comment.setMaxLength(2_000);
    comment.setRequired(true);
    var fields = new VerticalLayout(about, comment);
    fields.setPadding(false);
    add(fields);
    FormButtons.below(
            this,
            texts.get("approvals.return"),
            () -> {
              var block = about.getValue();
              return give.test(
                  comment.getValue(), block == null || block.equals(WHOLE) ? null : block);
            },
            () -> {})
        .setId("return-send");
  }
}
