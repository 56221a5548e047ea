package io.waybot.bots.template;

import io.waybot.bots.template.BlockField.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes blocks as Camunda element templates, so that any modeler can fill in a robot's fields. */
public final class ElementTemplates {
  private static final String SCHEMA =
      "https://unpkg.com/@camunda/zeebe-element-templates-json-schema/resources/schema.json";

  private ElementTemplates() {}

  /** The template of one block, ready to be written as JSON. */
  public static Map<String, Object> of(Block block) {
    var template = new LinkedHashMap<String, Object>();
    template.put("$schema", SCHEMA);
    template.put("name", block.name());
    template.put("id", block.id());
    template.put("version", 1);
    if (!block.description().isEmpty()) {
      template.put("description", block.description());
    }
    template.put("appliesTo", List.of("bpmn:Task"));
    template.put("elementType", Map.of("value", "bpmn:ServiceTask"));
    template.put("properties", properties(block));
    return template;
  }

  private static List<Map<String, Object>> properties(Block block) {
    var properties = new ArrayList<Map<String, Object>>();
    properties.add(
        hidden(block.job(), ordered("type", "zeebe:taskDefinition", "property", "type")));
    properties.add(hidden(block.name(), ordered("type", "property", "name", "name")));
    for (var field : block.fields()) {
      properties.add(property(block, field));
    }
    return properties;
  }

  private static Map<String, Object> property(Block block, BlockField field) {
    var binding = ordered("type", "zeebe:input", "name", field.name());
    var fixed = block.fixed().get(field.name());
    if (fixed != null) {
      return hidden(fixed, binding);
    }
    var property = new LinkedHashMap<String, Object>();
    property.put("id", field.name());
    property.put("label", field.label());
    if (!field.hint().isEmpty()) {
      property.put("description", field.hint());
    }
    property.put("binding", binding);
    property.put("optional", !field.required());
    describe(field, property);
    return property;
  }

  private static void describe(BlockField field, Map<String, Object> property) {
    switch (field.kind()) {
      case NUMBER -> {
        property.put("type", "Number");
        property.put("feel", "static");
        value(property, field.byDefault().isEmpty() ? null : Double.valueOf(field.byDefault()));
      }
      case YES_NO -> {
        property.put("type", "Boolean");
        property.put("feel", "static");
        value(property, Boolean.valueOf(field.byDefault()));
      }
      case CHOICE -> {
        property.put("type", "Dropdown");
        property.put("choices", field.options());
        value(property, field.byDefault().isEmpty() ? null : field.byDefault());
      }
      case LONG_TEXT -> text(field, property, "Text");
      case TEXT, AUDIENCE, MANY, HIDDEN -> text(field, property, "String");
    }
    if (field.required() && field.kind() != Kind.YES_NO) {
      property.put("constraints", Map.of("notEmpty", true));
    }
  }

  private static void text(BlockField field, Map<String, Object> property, String type) {
    property.put("type", field.kind() == Kind.HIDDEN ? "Hidden" : type);
    if (field.kind() == Kind.AUDIENCE) {
      property.put("feel", "required");
    }
    value(property, field.byDefault().isEmpty() ? null : field.byDefault());
  }

  private static void value(Map<String, Object> property, @Nullable Object value) {
    if (value != null) {
      property.put("value", value);
    }
  }

  private static Map<String, Object> hidden(String value, Map<String, Object> binding) {
    return ordered("type", "Hidden", "value", value, "binding", binding);
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
