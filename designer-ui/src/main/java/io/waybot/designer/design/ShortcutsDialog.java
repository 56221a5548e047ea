package io.waybot.designer.design;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import java.util.List;

/** The keys that work while the drawing has the focus. */
class ShortcutsDialog extends Dialog {
  private record Shortcut(String keys, String act) {}

  private static final List<Shortcut> SHORTCUTS =
      List.of(
          new Shortcut("Ctrl + Z", "undo"),
          new Shortcut("Ctrl + Y", "redo"),
          new Shortcut("Ctrl + C", "copy"),
          new Shortcut("Ctrl + V", "paste"),
          new Shortcut("Ctrl + X", "cut"),
          new Shortcut("Ctrl + D", "duplicate"),
          new Shortcut("Ctrl + A", "all"),
          new Shortcut("Shift + ⬚", "several"),
          new Shortcut("Delete", "delete"),
          new Shortcut("E", "rename"),
          new Shortcut("C", "connect"),
          new Shortcut("Ctrl + F", "find"),
          new Shortcut("Ctrl + +", "zoomIn"),
          new Shortcut("Ctrl + −", "zoomOut"),
          new Shortcut("Ctrl + 0", "actualSize"),
          new Shortcut("← ↑ → ↓", "move"));

  ShortcutsDialog(Texts texts) {
    setHeaderTitle(texts.get("designer.shortcuts"));
    var table =
        new SmallTable(texts.get("designer.shortcuts.keys"), texts.get("designer.shortcuts.act"))
            .words(2);
    SHORTCUTS.forEach(
        shortcut -> table.row(shortcut.keys(), texts.get("designer.shortcuts." + shortcut.act())));
    add(table);
    getFooter().add(new Button(texts.get("designer.shortcuts.close"), click -> close()));
  }
}
