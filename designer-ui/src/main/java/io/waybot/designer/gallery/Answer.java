package io.waybot.designer.gallery;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import io.waybot.bots.template.Choice;
import io.waybot.bots.template.LiveChoices;
import io.waybot.designer.shell.Texts;
import io.waybot.runtime.gallery.JourneyTemplate.Parameter;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One field of a template's form: a picker of what the bank has, or a number within limits. */
record Answer(Parameter parameter, Component field, BooleanSupplier filled, Supplier<String> text) {

  static Answer to(Parameter parameter, LiveChoices choices, String language) {
    return switch (parameter.kind()) {
      case SEGMENT -> picker(parameter, choices, "segments", language);
      case CONTENT -> picker(parameter, choices, "contents", language);
      case SCRIPT -> picker(parameter, choices, "scripts", language);
      case MODEL -> picker(parameter, choices, "models", language);
      case NUMBER, WAIT -> number(parameter, language);
    };
  }

  /** Marks the field when it is not. */
  boolean complete() {
    return filled.getAsBoolean();
  }

  String value() {
    return text.get();
  }

  private static Answer picker(
      Parameter parameter, LiveChoices choices, String source, String language) {
    var offered = choices.of(source, Texts.language());
    var box = new ComboBox<Choice>(parameter.label(language));
    box.setItems(offered);
    box.setItemLabelGenerator(Choice::name);
    box.setRequired(true);
    box.setWidthFull();
    box.setId("answer-" + parameter.name());
    offered.stream()
        .filter(choice -> choice.value().equals(parameter.byDefault()))
        .findFirst()
        .ifPresent(box::setValue);
    return new Answer(
        parameter,
        box,
        () -> {
          box.setInvalid(box.getValue() == null);
          return box.getValue() != null;
        },
        () -> box.getValue().value());
  }

  private static Answer number(Parameter parameter, String language) {
    var field = new IntegerField(parameter.label(language));
    if (parameter.min() != null) {
      field.setMin(parameter.min());
    }
    if (parameter.max() != null) {
      field.setMax(parameter.max());
    }
    if (parameter.byDefault() != null) {
      field.setValue(Integer.valueOf(parameter.byDefault()));
    }
    field.setRequiredIndicatorVisible(true);
    field.setStepButtonsVisible(true);
    field.setWidthFull();
    field.setId("answer-" + parameter.name());
    return new Answer(
        parameter,
        field,
        () -> field.getValue() != null && !field.isInvalid(),
        () -> String.valueOf(field.getValue()));
  }
}
