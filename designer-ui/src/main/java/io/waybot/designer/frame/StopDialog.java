package io.waybot.designer.frame;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.waybot.db.dispatch.StopOrders.Scope;
import io.waybot.designer.shell.Attempt;
import io.waybot.designer.shell.Formats;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.dispatch.StopService;
import io.waybot.runtime.journey.JourneyRow;
import io.waybot.runtime.rules.ChannelUse;
import java.util.List;

/** What to stop, how many sends that stops, and why. */
class StopDialog extends Dialog {
  private final StopService stops;
  private final Texts texts;
  private final Attempt attempt;
  private final Select<Scope> scope = new Select<>();
  private final ComboBox<ChannelUse> channel = new ComboBox<>();
  private final ComboBox<JourneyRow> journey = new ComboBox<>();
  private final TextField branch = new TextField();
  private final Paragraph effect = new Paragraph();
  private final TextArea reason = new TextArea();

  StopDialog(
      StopService stops,
      List<ChannelUse> channels,
      List<JourneyRow> journeys,
      Texts texts,
      Attempt attempt) {
    this.stops = stops;
    this.texts = texts;
    this.attempt = attempt;
    setHeaderTitle(texts.get("stop.button"));
    setWidth("520px");
    scope.setLabel(texts.get("stop.scope"));
    scope.setItems(Scope.values());
    scope.setItemLabelGenerator(s -> texts.get("stop.scope." + s));
    channel.setLabel(texts.get("stop.scope.CHANNEL"));
    channel.setItems(channels);
    channel.setItemLabelGenerator(use -> use.channel().name(chinese() ? "zh" : "en"));
    journey.setLabel(texts.get("stop.scope.JOURNEY"));
    journey.setItems(journeys);
    journey.setItemLabelGenerator(row -> chinese() ? row.nameZh() : row.nameEn());
    branch.setLabel(texts.get("stop.scope.BRANCH"));
    branch.setHelperText(texts.get("stop.branch.how"));
    branch.setValueChangeMode(ValueChangeMode.LAZY);
    reason.setLabel(texts.get("stop.reason"));
    reason.setRequiredIndicatorVisible(true);
    scope.addValueChangeListener(change -> refresh());
    channel.addValueChangeListener(change -> count());
    journey.addValueChangeListener(change -> count());
    branch.addValueChangeListener(change -> count());
    var fields = new VerticalLayout(scope, channel, journey, branch, effect, reason);
    fields.setPadding(false);
    reason.setWidthFull();
    add(fields);
    var stop = new Button(texts.get("stop.go"), click -> stop());
    stop.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    getFooter().add(new Button(texts.get("frame.cancel"), click -> close()), stop);
    scope.setValue(Scope.ALL);
  }

  private void refresh() {
    channel.setVisible(scope.getValue() == Scope.CHANNEL);
    journey.setVisible(scope.getValue() == Scope.JOURNEY);
    branch.setVisible(scope.getValue() == Scope.BRANCH);
    count();
  }

  private void count() {
    var target = target();
    effect.setText("");
    if (!target.isEmpty()) {
      attempt
          .get(() -> stops.wouldStop(scope.getValue(), target))
          .ifPresent(sends -> effect.setText(texts.get("stop.effect", Formats.count(sends))));
    }
  }

  private String target() {
    return switch (scope.getValue()) {
      case ALL -> "*";
      case CHANNEL -> channel.getOptionalValue().map(use -> use.channel().code()).orElse("");
      case JOURNEY -> journey.getOptionalValue().map(JourneyRow::key).orElse("");
      case BRANCH -> branch.getValue().strip();
    };
  }

  private void stop() {
    reason.setInvalid(reason.getValue().isBlank());
    var target = target();
    if (target.isEmpty() || reason.isInvalid()) {
      return;
    }
    var ordered =
        attempt.get(() -> stops.stop(scope.getValue(), target, reason.getValue().strip()));
    if (ordered.isPresent()) {
      close();
      getUI().ifPresent(ui -> ui.getPage().reload());
    }
  }

  private static boolean chinese() {
    return Texts.isChinese(Texts.language());
  }
}
