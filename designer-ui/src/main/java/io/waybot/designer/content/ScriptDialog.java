package io.waybot.designer.content;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.db.content.Scripts.Script;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.FormButtons;
import io.waybot.designer.shell.Notice;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.content.ContentService;
import org.jspecify.annotations.Nullable;

/** What branch staff say, and what they must not, in both languages. */
class ScriptDialog extends Dialog {
  private static final int TEXT_MAX = 4_000;
  private static final int DONT_MAX = 2_000;

  private final TextField code;
  private final TextField nameZh;
  private final TextField nameEn;
  private final TextArea textZh;
  private final TextArea textEn;
  private final TextArea dontZh;
  private final TextArea dontEn;

  /**
   * @param seen what is changed; null for a new script
   */
  ScriptDialog(
      ContentService service, Texts texts, Attempt attempt, @Nullable Script seen, Runnable saved) {
    setHeaderTitle(
        seen == null ? texts.get("scripts.new") : texts.get("products.edit", seen.code()));
    setWidth("860px");
    code = new TextField(texts.get("contents.code"));
    nameZh = new TextField(texts.get("products.nameZh"));
    nameEn = new TextField(texts.get("products.nameEn"));
    textZh = area(texts.get("scripts.say.zh"), TEXT_MAX);
    textEn = area(texts.get("scripts.say.en"), TEXT_MAX);
    dontZh = area(texts.get("scripts.dont.zh"), DONT_MAX);
    dontEn = area(texts.get("scripts.dont.en"), DONT_MAX);
    if (seen != null) {
      show(seen);
    }
    var form = new FormLayout(code, nameZh, nameEn, textZh, textEn, dontZh, dontEn);
    form.setColspan(code, 2);
    add(form);
    FormButtons.save(
        this,
        () -> attempt.to(() -> service.save(script(), seen == null)),
        () -> {
          Notice.good(texts.get("contents.saved", code.getValue()));
          saved.run();
        });
  }

  private static TextArea area(String label, int most) {
    var area = new TextArea(label);
    area.setMaxLength(most);
    area.setMinHeight("120px");
    return area;
  }

  private void show(Script seen) {
    code.setValue(seen.code());
    code.setReadOnly(true);
    nameZh.setValue(seen.nameZh());
    nameEn.setValue(seen.nameEn());
    textZh.setValue(seen.textZh());
    textEn.setValue(seen.textEn());
    dontZh.setValue(text(seen.dontZh()));
    dontEn.setValue(text(seen.dontEn()));
  }

  private Script script() {
    return new Script(
        code.getValue().strip(),
        nameZh.getValue().strip(),
        nameEn.getValue().strip(),
        textZh.getValue().strip(),
        textEn.getValue().strip(),
        filled(dontZh),
        filled(dontEn));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static @Nullable String filled(TextArea area) {
    return area.getValue().isBlank() ? null : area.getValue().strip();
  }
}
