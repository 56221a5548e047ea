package io.waybot.designer.design;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.waybot.bots.template.Choice;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.schedule.RunPreview;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says how many sends, leads and yuan a real run means, then asks. */
class RunNowDialog extends ConfirmDialog {
  private final Texts texts;
  private final List<Choice> channels;

  /**
   * @param preview what the last run did; empty while there was none
   * @param start starts the run; empty when it could not be started
   */
  RunNowDialog(
      Texts texts,
      List<Choice> channels,
      Optional<RunPreview> preview,
      Supplier<Optional<UUID>> start) {
    this.texts = texts;
    this.channels = channels;
    setHeader(texts.get("designer.runNow"));
    setText(preview.map(this::sentence).orElseGet(() -> texts.get("designer.runNow.unknown")));
    setCancelable(true);
    setCancelText(texts.get("frame.cancel"));
    setConfirmText(texts.get("designer.runNow.confirm"));
    addConfirmListener(confirm -> start.get().ifPresent(show()));
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
