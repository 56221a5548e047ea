package io.waybot.designer.design;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import io.waybot.bots.template.Choice;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.schedule.RunPreview;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says how many sends, leads and yuan a real run means, then asks. */
class RunNowDialog extends ConfirmDialog {
  private final Texts texts;
  private final List<Choice> channels;

  /**
   * @param preview what the last run did; empty while there was none
   * @param parameters what its conditions ask for; a blank answer is none
   * @param start starts the run; empty when it could not be started
   */
  RunNowDialog(
      Texts texts,
      List<Choice> channels,
      Optional<RunPreview> preview,
      Set<String> parameters,
      Function<Map<String, String>, Optional<UUID>> start) {
    this.texts = texts;
    this.channels = channels;
    setHeader(texts.get("designer.runNow"));
    var fields = parameters.stream().map(TextField::new).toList();
    var text = preview.map(this::sentence).orElseGet(() -> texts.get("designer.runNow.unknown"));
    var form = new VerticalLayout(new Span(text));
    form.setPadding(false);
    fields.forEach(form::add);
    setText(form);
    setCancelable(true);
    setCancelText(texts.get("frame.cancel"));
    setConfirmText(texts.get("designer.runNow.confirm"));
    addConfirmListener(confirm -> start.apply(given(fields)).ifPresent(show()));
  }

  private static Map<String, String> given(List<TextField> fields) {
    return fields.stream()
        .filter(field -> !field.getValue().isBlank())
        .collect(Collectors.toMap(TextField::getLabel, field -> field.getValue().strip()));
  }

  private static Consumer<UUID> show() {
    return run -> UI.getCurrent().navigate("runs/" + run);
  }

  private String sentence(RunPreview preview) {
    var sends =
        preview.sends().entrySet().stream()
            .map(send ->
                texts.get(
                    "designer.runNow.sends", name(send.getKey()), Formats.count(send.getValue())))
            .collect(Collectors.joining(texts.get("designer.runNow.and")));
    return texts.get(
        "designer.runNow.sentence",
        sends.isEmpty() ? texts.get("designer.runNow.nothing") : sends,
        Formats.count(preview.leads()),
        Formats.yuan(preview.costYuan()),
        Formats.day(preview.businessDate()));
  }

  private String name(String channel) {
    return channels.stream()
        .filter(known -> known.value().equals(channel))
        .map(Choice::name)
        .findFirst()
        .orElse(channel);
  }
}
