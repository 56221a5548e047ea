package io.waybot.designer.version;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.waybot.designer.shell.SmallTable;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.journey.VersionChanges;
import io.waybot.runtime.journey.compare.BlockChange;
import io.waybot.runtime.journey.compare.FieldChange;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Consumer;

/** Every change in a row: block, field, before, after; the block's name goes to it. */
final class ChangeTable extends Div {
  private final Texts texts;
  private final FieldWords words;
  private final Map<String, String> names;
  private final SmallTable table;
  private Consumer<String> show = id -> {};

  ChangeTable(
      Texts texts,
      FieldWords words,
      SettingWords settings,
      VersionChanges changes,
      Map<String, String> names) {
    this.texts = texts;
    this.words = words;
    this.names = names;
    table =
        new SmallTable(
            texts.get("version.block"),
            texts.get("version.what"),
            texts.get("version.field"),
            texts.get("version.before"),
            texts.get("version.after"));
    table.addClassName("wb-changes");
    changes.blocks().stream().sorted(Comparator.comparing(BlockChange::line)).forEach(this::block);
    changes.settings().forEach(change -> setting(change, settings));
    if (changes.count() == 0) {
      add(new Span(texts.get("version.same")));
    } else {
      add(table);
    }
  }

  void onShow(Consumer<String> listener) {
    show = listener;
  }

  private void block(BlockChange change) {
    if (change.fields().isEmpty()) {
      row(change, "", "", "");
    }
    for (var field : change.fields()) {
      row(
          change,
          words.label(change.job(), field.field()),
          words.value(change.job(), field.field(), field.before(), names),
          words.value(change.job(), field.field(), field.after(), names));
    }
  }

  private void row(BlockChange change, String field, String before, String after) {
    var label = change.line() ? texts.get("version.line", change.label()) : change.label();
    var link = new Button(label, click -> show.accept(change.elementId()));
    link.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
    link.getElement().setAttribute("data-element", change.elementId());
    var kind = new Span(texts.get("version.kind." + change.kind()));
    kind.addClassNames(
        "wb-kind", "wb-kind-" + change.kind().name().toLowerCase(java.util.Locale.ROOT));
    table.row(link, kind, new Span(field), new Span(before), new Span(after));
  }

  private void setting(FieldChange change, SettingWords settings) {
    var kind = new Span(texts.get("version.kind.CHANGED"));
    kind.addClassNames("wb-kind", "wb-kind-changed");
    table.row(
        new Span(texts.get("settings.title")),
        kind,
        new Span(settings.label(change.field())),
        new Span(settings.value(change.field(), change.before())),
        new Span(settings.value(change.field(), change.after())));
  }
}
