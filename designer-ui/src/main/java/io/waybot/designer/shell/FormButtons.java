package io.waybot.designer.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.function.BooleanSupplier;

/** The two buttons below a form in a dialog: leave everything as it was, or do what it is for. */
public final class FormButtons {
  private FormButtons() {}

  /** The usual form, whose button says "save". */
  public static Button save(Dialog dialog, BooleanSupplier act, Runnable then) {
    return below(dialog, dialog.getTranslation("frame.save"), act, then);
  }

  /**
   * Puts both below a dialog.
   *
   * @param word what the button is called
   * @param act does it; false if it could not be done and the dialog stays open
   * @param then after it is done
   * @return the button that does it
   */
  public static Button below(Dialog dialog, String word, BooleanSupplier act, Runnable then) {
    var leave = new Button(dialog.getTranslation("frame.cancel"), click -> dialog.close());
    var go = new Button(word);
    go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    go.addClickListener(click -> {
      if (act.getAsBoolean()) {
        then.run();
        dialog.close();
      }
    });
    dialog.getFooter().add(leave, go);
    return go;
  }
}
